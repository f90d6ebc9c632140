package io.zmq4j.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.tools.attach.VirtualMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmSourceTest {
    @Test
    void theSocketsOfAnotherJvmAreSeen() throws Exception {
        try (var jvm = Observed.withSockets();
                var source = Source.open(String.valueOf(jvm.pid()), true, Asking.OPENLY)) {
            assertThat(source.look()).first().satisfies(context -> {
                assertThat(context.name()).isEqualTo("observed");
                assertThat(context.pid()).isEqualTo(jvm.pid());
                assertThat(context.sockets())
                        .extracting(socket -> socket.name())
                        .containsExactly("ticker", "reader");
            });
        }
    }

    @Test
    void twoMayLookAtOnceAndOneGoesOnWhenTheOtherLeaves() throws Exception {
        try (var jvm = Observed.withSockets();
                var stays = JvmSource.attach(jvm.pid(), true)) {
            try (var leaves = JvmSource.attach(jvm.pid(), true)) {
                assertThat(leaves.look()).hasSize(1);
                assertThat(stays.look()).hasSize(1);
            }
            assertThat(stays.look()).hasSize(1);
        }
    }

    @Test
    void nothingOfOursStaysAmongTheMBeans() throws Exception {
        try (var jvm = Observed.withSockets()) {
            var source = JvmSource.attach(jvm.pid(), true);
            source.look();
            assertThat(mBeans(jvm)).contains("io.zmq4j:type=Statistics");
            source.close();
            source.close();

            assertThat(mBeans(jvm)).doesNotContain("io.zmq4j:type=Statistics");
        }
    }

    private static List<String> mBeans(Observed jvm) throws Exception {
        var attached = VirtualMachine.attach(String.valueOf(jvm.pid()));
        var address = new JMXServiceURL(attached.startLocalManagementAgent());
        attached.detach();
        try (var connector = JMXConnectorFactory.connect(address)) {
            return connector.getMBeanServerConnection().queryNames(null, null).stream()
                    .map(ObjectName::toString)
                    .toList();
        }
    }

    @Test
    void theAgentIsStartedOnlyIfItMay() throws Exception {
        try (var jvm = Observed.withSockets()) {
            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(() -> JvmSource.attach(jvm.pid(), false))
                    .withMessageContaining("runs no management agent, and none is to be started");
            try (var source = JvmSource.attach(jvm.pid(), true)) {
                assertThat(source.look()).hasSize(1);
            }
            try (var again = JvmSource.attach(jvm.pid(), false)) {
                assertThat(again.look()).hasSize(1);
            }
        }
    }

    @Test
    void aJvmWithoutZmq4jIsASentence() throws Exception {
        try (var jvm = Observed.withoutZmq4j()) {
            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(() -> JvmSource.attach(jvm.pid(), true))
                    .withMessage("process " + jvm.pid()
                            + " (io.zmq4j.view.Observed) is a JVM in which no context of zmq4j was made");
            assertThat(jvm.isAlive()).isTrue();
        }
    }

    @Test
    void aProcessThatDiesWhileItIsLookedAtIsASentence() throws Exception {
        try (var jvm = Observed.withSockets();
                var source = JvmSource.attach(jvm.pid(), true)) {
            source.look();
            jvm.kill();

            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(source::look)
                    .withMessage("process " + jvm.pid() + " has ended");
        }
    }

    @Test
    void aProcessThatIsStoppedIsASentenceAndSeenAgainLater() throws Exception {
        try (var jvm = Observed.withSockets();
                var source = JvmSource.attach(jvm.pid(), true, Duration.ofSeconds(5))) {
            source.look();
            jvm.stop();
            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(source::look)
                    .withMessageContaining("(io.zmq4j.view.Observed) does not answer within 5 s");

            jvm.signal("CONT");
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (true) {
                try {
                    assertThat(source.look()).hasSize(1);
                    break;
                } catch (ViewException e) {
                    assertThat(System.nanoTime()).as(e.getMessage()).isLessThan(deadline);
                }
            }
        }
    }

    @Test
    void aJvmThatHasZmq4jInALoaderOfItsOwnIsASentence() throws Exception {
        try (var jvm = Observed.withLoaderOfItsOwn();
                var source = JvmSource.attach(jvm.pid(), true)) {
            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(source::look)
                    .withMessageContaining("its zmq4j is in a class loader of its own");
        }
    }

    @Test
    void aLoaderOfItsOwnIsNoHindranceWhereTheContextShowsItself() throws Exception {
        try (var jvm = Observed.withLoaderOfItsOwn("-Dio.zmq4j.jmx=true")) {
            var source = JvmSource.attach(jvm.pid(), true);
            assertThat(source.look())
                    .first()
                    .satisfies(context -> assertThat(context.name()).isEqualTo("observed"));
            source.close();

            assertThat(mBeans(jvm)).contains("io.zmq4j:type=Statistics");
        }
    }

    @Test
    void aJavaWithoutTheAgentIsASentence(@TempDir Path directory) throws Exception {
        var small = directory.resolve("java");
        var jlink = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        "java.base,java.logging,jdk.net",
                        "--output",
                        small.toString())
                .inheritIO()
                .start();
        assertThat(jlink.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(jlink.exitValue()).isZero();

        try (var jvm = Observed.command(
                small.resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Observed.class.getName(),
                "sockets")) {
            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(() -> JvmSource.attach(jvm.pid(), true))
                    .withMessageContaining("has a Java without the module jdk.management.agent");
            assertThat(jvm.isAlive()).isTrue();
        }
    }
}
