package io.zmq4j.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    /** What a viewer does that attaches: it knows nothing but names. */
    @Test
    void aViewerCreatesItByItsNameAndReadsTheJson() throws Exception {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        var name = new ObjectName("io.zmq4j:type=Statistics,viewer=\"test\"");
        var context = Context.builder().name("jmx \"json\"").build();
        try {
            context.pub().named("ticker");
            server.createMBean("io.zmq4j.management.Statistics", name);

            assertThat((String) server.getAttribute(name, "Json"))
                    .startsWith("[{\"schema\":1,")
                    .endsWith("}]")
                    .contains("\"name\":\"jmx \\\"json\\\"\"", "\"type\":\"PUB\",\"name\":\"ticker\"");

            context.close();
            assertThat((String) server.getAttribute(name, "Json")).doesNotContain("jmx");
        } finally {
            context.close();
            server.unregisterMBean(name);
        }
    }

    @Test
    void thePropertiesSayWhichVersionRunsHere() {
        try (var context = Context.create()) {
            assertThat(System.getProperty("io.zmq4j.version"))
                    .isEqualTo(context.snapshot().version());
        }
    }
}
