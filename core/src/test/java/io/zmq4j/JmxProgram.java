package io.zmq4j;

import java.util.List;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** Sends something, and then says what there is to see of JMX. */
final class JmxProgram {
    private JmxProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (var context = Context.create();
                var pull = context.pull();
                var push = context.push()) {
            push.connect(pull.bind("tcp://127.0.0.1:*"));
            push.send("hello");
            if (!pull.receiveText().equals("hello")) {
                throw new AssertionError("it does not arrive");
            }
            if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
                System.out.println("no JMX");
            } else {
                Servers.print();
            }
        }
    }

    /** Apart, as it needs classes that may not be there. */
    private static final class Servers {
        static void print() throws Exception {
            List<MBeanServer> servers = MBeanServerFactory.findMBeanServer(null);
            System.out.println(servers.size() + " servers");
            for (MBeanServer each : servers) {
                each.queryNames(new ObjectName("io.zmq4j:type=Statistics"), null)
                        .forEach(System.out::println);
            }
        }
    }
}
