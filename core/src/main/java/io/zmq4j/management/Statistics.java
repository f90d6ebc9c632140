package io.zmq4j.management;

import io.zmq4j.socket.LiveContexts;
import java.util.stream.Collectors;

/**
 * All contexts of this JVM that are not closed, whoever made them. A viewer that attaches creates it by the name of this class, with
 * {@link javax.management.MBeanServerConnection#createMBean(String, javax.management.ObjectName)}, and unregisters it in the end.
 */
public final class Statistics implements StatisticsMXBean {
    /** For MBean servers, and for who registers one. */
    public Statistics() {}

    @Override
    public String getJson() {
        return LiveContexts.all().stream()
                .map(each -> each.snapshot().toJson())
                .collect(Collectors.joining(",", "[", "]"));
    }
}
