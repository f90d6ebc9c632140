package io.zmq4j.management;

import io.zmq4j.socket.LiveContexts;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.management.MBeanRegistration;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * All contexts of this JVM that are not closed, whoever made them. As long as it is registered as {@link #NAME}, each context and each
 * socket has an MBean of its own beside it, {@link ContextMXBean} and {@link SocketMXBean}; under another name it is alone.
 *
 * <p>A context registers one with the MBean servers that there are when it is made. Where there is none, a viewer that attaches creates
 * it by the name of this class, with {@link javax.management.MBeanServerConnection#createMBean(String, ObjectName)}, and unregisters it
 * in the end; an application may register one itself. It keeps no context from being found lost.
 */
public final class Statistics implements StatisticsMXBean, MBeanRegistration {
    /** {@code io.zmq4j:type=Statistics}. */
    public static final ObjectName NAME = name();

    private @Nullable MBeanServer server;
    private boolean isByName;
    private @Nullable Beans beans;

    /** For MBean servers, and for who registers one. */
    public Statistics() {}

    private static ObjectName name() {
        try {
            return new ObjectName("io.zmq4j:type=Statistics");
        } catch (MalformedObjectNameException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String getJson() {
        return LiveContexts.all().stream()
                .map(each -> each.snapshot().toJson())
                .collect(Collectors.joining(",", "[", "]"));
    }

    // ---- the MBean server's

    @Override
    public synchronized ObjectName preRegister(MBeanServer server, @Nullable ObjectName name) {
        this.server = Objects.requireNonNull(server, "server");
        isByName = name == null || name.equals(NAME);
        return name == null ? NAME : name;
    }

    @Override
    public synchronized void postRegister(Boolean registrationDone) {
        MBeanServer its = server;
        if (registrationDone && isByName && its != null && beans == null) {
            beans = Beans.showIn(its);
        }
    }

    @Override
    public void preDeregister() {}

    @Override
    public synchronized void postDeregister() {
        if (beans != null) {
            beans.end();
            beans = null;
        }
    }
}
