package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.bench.BenchCommand;
import io.zmq4j.bench.role.Played.Library;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Ports;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that does not count says so: in one line, and by its exit code. */
@Timeout(30)
class FailureTest {
    private static final int USAGE = 2;

    private final String endpoint = Ports.tcpEndpoint();

    /** What {@code local_thr} makes of these messages. */
    private Played receive(String arguments, byte[]... messages) {
        var receiver = Library.ZMQ4J.start("local_thr " + endpoint + " " + arguments);
        try (var context = Context.create();
                var push = context.push()) {
            push.connect(endpoint);
            for (byte[] message : messages) {
                push.send(Message.wrap(message));
            }
            return receiver.join();
        }
    }

    private static byte[] numbered(long number) {
        return Numbers.message(10, number);
    }

    @Test
    void aLostMessageFailsTheReceiver() {
        var received = receive("10 4", numbered(0), numbered(1), numbered(2), numbered(4));
        assertThat(received.code()).isEqualTo(1);
        assertThat(received.err()).isEqualToIgnoringNewLines("bench: message 4 came instead of 3");
        assertThat(received.out()).isEmpty();
    }

    @Test
    void aMessageOfAnotherSizeFailsTheReceiver() {
        var received = receive("10 2", numbered(0), new byte[11]);
        assertThat(received.code()).isEqualTo(1);
        assertThat(received.err())
                .startsWith("bench: message 1 has 11 bytes instead of 10")
                .hasLineCount(1);
    }

    @Test
    void aSenderWithoutNumbersIsSuspectedAtTheFirstMessages() {
        var received = receive("10 2", new byte[10], new byte[10]);
        assertThat(received.code()).isEqualTo(1);
        assertThat(received.err()).contains("message 0 came instead of 1", "--no-numbers");
    }

    @Test
    void aSenderWithoutNumbersIsAllowed() {
        assertThat(receive("10 3 --no-numbers", new byte[10], new byte[10], new byte[10])
                        .code())
                .isZero();
    }

    @Test
    void anEndpointThatCannotBeBoundIsNamed() {
        var played = Library.ZMQ4J.play("local_thr tcp://nowhere 10 10");
        assertThat(played.code()).isEqualTo(1);
        assertThat(played.err()).contains("tcp://nowhere").hasLineCount(1);
    }

    @Test
    void argumentsThatMakeNoSenseAreRefused() {
        assertThat(Library.ZMQ4J.play("local_thr " + endpoint + " 10 0").code()).isEqualTo(USAGE);
        assertThat(Library.ZMQ4J.play("inproc_lat -1 10").code()).isEqualTo(USAGE);
        assertThat(Library.ZMQ4J.play("inproc_lat 10 1").err()).contains("COUNT is 1: from 2 on is allowed");
        assertThat(Library.ZMQ4J.play("remote_lat " + endpoint + " 10 1").err())
                .contains("COUNT is 1: from 2 on is allowed");
        assertThat(Library.ZMQ4J.play("local_pace " + endpoint + " 15 10").err())
                .contains("SIZE is 15: from 16 on is allowed");
        assertThat(Library.ZMQ4J.play("many " + endpoint + " 7 10 2").err())
                .contains("SIZE is 7: from 8 on is allowed");
        assertThat(Library.RAW.play("inproc_thr 10 10").code()).isEqualTo(USAGE);
    }

    @Test
    void aTypeThatCannotPlayTheRoleIsRefused() {
        var played = Library.ZMQ4J.play("local_thr " + endpoint + " 10 10 --type PUSH");
        assertThat(played.code()).isEqualTo(USAGE);
        assertThat(played.err()).contains("--type is PUSH: one of [PULL, ROUTER, SERVER, STREAM] is allowed");
    }

    @Test
    void aStreamOfNothingIsRefused() {
        var played = Library.ZMQ4J.play("remote_lat " + endpoint + " 0 10 --type STREAM");
        assertThat(played.code()).isEqualTo(USAGE);
        assertThat(played.err()).contains("SIZE is 0: from 1 on is allowed");
    }

    @Test
    void whatJeroMqIsNotMeasuredWithIsRefused() {
        for (var line : List.of(
                "local_lat " + endpoint + " 10 10 --type STREAM",
                "pub " + endpoint + " 10 10 1 --type RADIO",
                "subs " + endpoint + " 10 10 1 --type DISH")) {
            var played = Library.JEROMQ.play(line);
            assertThat(played.code()).isEqualTo(1);
            assertThat(played.err())
                    .isEqualToIgnoringNewLines(
                            "bench: JeroMQ is not measured with " + line.substring(line.lastIndexOf(' ') + 1));
        }
    }

    @Test
    void aRunThatIsNotOverInTimeIsEnded() throws Exception {
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchCommand.class.getName(),
                        "local_thr",
                        endpoint,
                        "10",
                        "10",
                        "--timeout",
                        "1")
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(process.errorReader().readLine())
                .isEqualTo("bench: not done after 1 seconds; --timeout gives it more");
    }
}
