package io.zmq4j.view;

import java.io.IOException;
import java.io.ObjectInputFilter;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The MBean that gives the snapshots of another JVM. Whoever looks first creates it, and removes it in the end; whoever misses it
 * then creates it anew. No call has a deadline; used by one thread at a time.
 */
final class StatisticsBean implements AutoCloseable {
    private static final String CLASS = "io.zmq4j.management.Statistics";
    private static final ObjectName NAME = name("io.zmq4j:type=Statistics");

    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private boolean isOurs;

    private StatisticsBean(JMXConnector connector) throws IOException {
        this.connector = connector;
        server = connector.getMBeanServerConnection();
    }

    @SuppressWarnings("BanJNDI") // what is deserialized is filtered
    static StatisticsBean connect(JMXServiceURL address) throws IOException {
        acceptJdkClassesOnly();
        return new StatisticsBean(JMXConnectorFactory.connect(address));
    }

    /** What the other JVM sends is made of the JDK's classes: nothing on this class path is to be made of its bytes. */
    private static synchronized void acceptJdkClassesOnly() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(
                    "maxdepth=50;java.base/*;java.rmi/*;java.management/*;java.management.rmi/*;!*"));
        }
    }

    /** The snapshots of all contexts, as the other JVM tells them. */
    String json() throws IOException, JMException {
        try {
            return attribute();
        } catch (InstanceNotFoundException e) {
            create();
            return attribute();
        }
    }

    private String attribute() throws IOException, JMException {
        return String.valueOf(server.getAttribute(NAME, "Json"));
    }

    private void create() throws IOException, JMException {
        try {
            server.createMBean(CLASS, NAME);
            isOurs = true;
        } catch (InstanceAlreadyExistsException e) {
            // Another one who looks was first.
        } catch (ReflectionException e) {
            throw new ViewException(
                    "its zmq4j is in a class loader of its own, as in an application server, or older than this program's:"
                            + " start it with -Dio.zmq4j.jmx=true, or have it serve its statistics at an endpoint",
                    e);
        }
    }

    @Override
    public void close() throws IOException, JMException {
        try (connector) {
            if (isOurs) {
                server.unregisterMBean(NAME);
            }
        }
    }

    private static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
