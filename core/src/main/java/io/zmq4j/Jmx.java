package io.zmq4j;

import io.zmq4j.management.Statistics;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;

/**
 * Has contexts shown by the MBean servers that there are: to make one takes a tenth of a second, which nobody wants to pay who does
 * not look. The system property {@code io.zmq4j.jmx} says otherwise: {@code true} makes it, {@code false} shows nothing.
 */
final class Jmx {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private static final String PROPERTY = "io.zmq4j.jmx";

    private Jmx() {}

    static void show() {
        if ("false".equalsIgnoreCase(System.getProperty(PROPERTY))) {
            return;
        }
        try {
            Servers.show();
        } catch (LinkageError e) {
            // This JVM, or this module or bundle, has no JMX.
        }
    }

    /** Apart, as it needs classes that may not be there. */
    private static final class Servers {
        static void show() {
            try {
                for (MBeanServer each : servers()) {
                    if (!each.isRegistered(Statistics.NAME)) {
                        each.registerMBean(new Statistics(), Statistics.NAME);
                    }
                }
            } catch (InstanceAlreadyExistsException e) {
                // Another context was faster.
            } catch (JMException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "contexts are not shown among the MBeans", e);
            }
        }

        private static List<MBeanServer> servers() {
            return Boolean.getBoolean(PROPERTY)
                    ? List.of(ManagementFactory.getPlatformMBeanServer())
                    : MBeanServerFactory.findMBeanServer(null);
        }
    }
}
