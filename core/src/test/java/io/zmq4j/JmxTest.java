package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.management.Statistics;
import io.zmq4j.message.Message;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class JmxTest {
    private static final long SOON_SECONDS = 20;

    @Test
    void aContextIsShownWhereThereIsAServerAlready() throws Exception {
        MBeanServer server = MBeanServerFactory.createMBeanServer("io.zmq4j.test");
        try (var context = Context.builder().name("shown").build();
                var second = Context.builder().name("shown too").build()) {
            assertThat(server.isRegistered(Statistics.NAME)).isTrue();
            for (Context each : List.of(context, second)) {
                assertThat(server.isRegistered(
                                new ObjectName("io.zmq4j:type=Context,context=" + ObjectName.quote(each.name()))))
                        .isTrue();
            }
        } finally {
            server.unregisterMBean(Statistics.NAME);
            MBeanServerFactory.releaseMBeanServer(server);
        }
    }

    @Test
    void thePropertyTurnsItOff() {
        MBeanServer server = MBeanServerFactory.createMBeanServer("io.zmq4j.test");
        System.setProperty("io.zmq4j.jmx", "false");
        try (var context = Context.create()) {
            assertThat(context.isClosed()).isFalse();
            assertThat(server.isRegistered(Statistics.NAME)).isFalse();
        } finally {
            System.clearProperty("io.zmq4j.jmx");
            MBeanServerFactory.releaseMBeanServer(server);
        }
    }

    @Test
    void noServerIsMadeForIt() throws Exception {
        assertThat(run()).containsExactly("0 servers");
    }

    @Test
    void thePropertyMakesOne() throws Exception {
        assertThat(run("-Dio.zmq4j.jmx=true")).containsExactly("1 servers", Statistics.NAME.toString());
    }

    @Test
    void aJvmWithoutJmxWorks() throws Exception {
        assertThat(run("--limit-modules", "java.base,jdk.net")).containsExactly("no JMX");
    }

    /** Starts a JVM that opens a context and sends something. */
    private static List<String> run(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(Stream.of(Context.class, Message.class, JmxTest.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(JmxProgram.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.inputReader()) {
            assertThat(process.waitFor(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
            return out.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
