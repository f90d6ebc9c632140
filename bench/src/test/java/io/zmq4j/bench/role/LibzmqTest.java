package io.zmq4j.bench.role;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.bench.role.Played.Library;
import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code perf.c}: libzmq plays every role, with itself and with zmq4j. */
@Timeout(30)
class LibzmqTest {
    @TempDir
    static Path directory;

    private static Certificates keys;

    private final String endpoint = Ports.tcpEndpoint();

    @BeforeAll
    static void compile() throws Exception {
        var source = directory.resolve("perf.c");
        try (var resource = LibzmqTest.class.getResourceAsStream("/io/zmq4j/bench/perf.c")) {
            assertThat(resource).isNotNull();
            Files.copy(resource, source);
        }
        var gcc = run(List.of(
                        "gcc",
                        "-O2",
                        "-Wall",
                        "-Wextra",
                        "-Werror",
                        "-o",
                        directory.resolve("perf").toString(),
                        source.toString(),
                        "-lzmq",
                        "-lpthread"))
                .join();
        assertThat(gcc.err()).isEmpty();
        assertThat(gcc.code()).isZero();
        keys = Certificates.make(directory);
    }

    private static CompletableFuture<Played> libzmq(String line) {
        var command = new ArrayList<>(List.of(directory.resolve("perf").toString()));
        command.addAll(List.of(line.split(" ")));
        command.addAll(List.of("--timeout", "20"));
        return run(command);
    }

    private static CompletableFuture<Played> run(List<String> command) {
        try {
            // What they print is less than a pipe holds; and they end in time by themselves.
            var process = new ProcessBuilder(command).start();
            return process.onExit()
                    .thenApply(ended ->
                            new Played(ended.exitValue(), text(ended.getInputStream()), text(ended.getErrorStream())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertFigures(
            CompletableFuture<Played> measuring, String unit, CompletableFuture<Played> other) {
        assertThat(measuring.join().err()).isEmpty();
        assertThat(measuring.join().code()).isZero();
        assertThat(measuring.join().figure()).matches(unit + " [0-9.]+");
        assertThat(other.join().err()).isEmpty();
        assertThat(other.join().code()).isZero();
    }

    @Test
    void zmq4jFloodsLibzmq() {
        assertFigures(
                libzmq("local_thr " + endpoint + " 10 5000 --warmup 100"),
                "msg/s",
                Library.ZMQ4J.start("remote_thr " + endpoint + " 10 5000 --warmup 100"));
    }

    @Test
    void libzmqFloodsZmq4j() {
        assertFigures(
                Library.ZMQ4J.start("local_thr " + endpoint + " 5 5000 --warmup 100"),
                "msg/s",
                libzmq("remote_thr " + endpoint + " 5 5000 --warmup 100"));
    }

    @Test
    void zmq4jAsksLibzmq() {
        assertFigures(
                Library.ZMQ4J.start("remote_lat " + endpoint + " 10 300"),
                "us",
                libzmq("local_lat " + endpoint + " 10 300"));
    }

    @Test
    void libzmqAsksZmq4j() {
        assertFigures(
                libzmq("remote_lat " + endpoint + " 10 30 --every 1"),
                "us",
                Library.ZMQ4J.start("local_lat " + endpoint + " 10 30"));
    }

    @Test
    void libzmqAsksARouterOfZmq4j() {
        assertFigures(
                libzmq("remote_lat " + endpoint + " 10 300"),
                "us",
                Library.ZMQ4J.start("local_lat " + endpoint + " 10 300 --type ROUTER"));
    }

    @Test
    void zmq4jPublishesToLibzmq() {
        assertFigures(
                libzmq("subs " + endpoint + " 100 2000 3"),
                "msg/s",
                Library.ZMQ4J.start("pub " + endpoint + " 100 2000 3"));
    }

    @Test
    void libzmqPublishesToZmq4j() {
        assertFigures(
                Library.ZMQ4J.start("subs " + endpoint + " 100 2000 3"),
                "msg/s",
                libzmq("pub " + endpoint + " 100 2000 3"));
    }

    @Test
    void manyOfLibzmqFloodZmq4j() {
        assertFigures(
                Library.ZMQ4J.start("local_thr " + endpoint + " 10 3001"),
                "msg/s",
                libzmq("many " + endpoint + " 10 3001 4"));
    }

    @Test
    void manyOfZmq4jFloodLibzmq() {
        assertFigures(
                libzmq("local_thr " + endpoint + " 10 3001"),
                "msg/s",
                Library.ZMQ4J.start("many " + endpoint + " 10 3001 4"));
    }

    @Test
    void libzmqKeepsItsPaceForZmq4j() {
        assertFigures(
                Library.ZMQ4J.start("local_pace " + endpoint + " 16 300"),
                "us",
                libzmq("remote_pace " + endpoint + " 16 300 3000"));
    }

    @Test
    void zmq4jKeepsItsPaceForLibzmq() {
        assertFigures(
                libzmq("local_pace " + endpoint + " 100 3000 --warmup 100"),
                "us",
                Library.ZMQ4J.start("remote_pace " + endpoint + " 100 3000 50000 --spin --warmup 100"));
    }

    @Test
    void libzmqFloodsZmq4jWithCurve() {
        assertFigures(
                Library.ZMQ4J.start("local_thr " + endpoint + " 10 3000 " + keys.server()),
                "msg/s",
                libzmq("remote_thr " + endpoint + " 10 3000 " + keys.client()));
    }

    @Test
    void zmq4jFloodsLibzmqWithCurve() {
        assertFigures(
                libzmq("local_thr " + endpoint + " 10 3000 " + keys.server()),
                "msg/s",
                Library.ZMQ4J.start("remote_thr " + endpoint + " 10 3000 " + keys.client()));
    }

    @Test
    void aCrowdOfLibzmqConnectsWithAKeyThatIsThrownAway() {
        assertFigures(
                libzmq("crowd " + endpoint + " 10 20 --warmup 5 --curve-server-key "
                        + keys.pair().publicKey()),
                "s",
                Library.ZMQ4J.start("local_lat " + endpoint + " 10 20 --warmup 5 " + keys.server()));
    }

    @Test
    void libzmqRefusesKeysThatDoNotFitTogether() {
        refused("local_thr " + endpoint + " 10 10 " + keys.server() + " " + keys.client(), "is allowed");
        refused("local_thr " + endpoint + " 10 10 --curve-client x", "is allowed");
        refused("local_thr " + endpoint + " 10 10 --curve-server-secret " + directory.resolve("server"), "no secret");
        refused("local_thr " + endpoint + " 10 10 --curve-server-key nowhere", "nowhere is no public certificate");
        refused("inproc_thr 10 10 " + keys.server(), "both ends");
    }

    private static void refused(String line, String reason) {
        var played = libzmq(line).join();
        assertThat(played.code()).isEqualTo(64);
        assertThat(played.err()).contains(reason).hasLineCount(1);
    }

    @Test
    void libzmqFloodsItselfOverIpc() {
        var ipc = Ports.ipcEndpoint();
        assertFigures(libzmq("local_thr " + ipc + " 10 50000"), "msg/s", libzmq("remote_thr " + ipc + " 10 50000"));
    }

    @Test
    void libzmqPlaysWhatNeedsOneProcess() {
        for (var line : List.of("inproc_thr 10 5000", "proxy_thr 10 503 --warmup 21")) {
            var played = libzmq(line).join();
            assertThat(played.err()).isEmpty();
            assertThat(played.figure()).matches("msg/s [0-9]+");
        }
        assertThat(libzmq("inproc_lat 10 300").join().figure()).matches("us [0-9.]+");
    }

    @Test
    void libzmqsReceiverNoticesALostMessage() {
        var receiver = libzmq("local_thr " + endpoint + " 10 3");
        try (var context = Context.create();
                var push = context.push()) {
            push.connect(endpoint);
            for (int number : new int[] {0, 1, 3}) {
                push.send(Numbers.message(10, number));
            }
            assertThat(receiver.join().err()).isEqualToIgnoringNewLines("perf: message 2: number 3 instead of 2");
        }
        assertThat(receiver.join().code()).isEqualTo(1);
    }

    @Test
    void libzmqsReceiverNoticesAnotherSize() {
        var receiver = libzmq("local_thr " + endpoint + " 11 100");
        try (var context = Context.create();
                var push = context.push()) {
            push.connect(endpoint);
            push.send(Numbers.message(10, 0));
            assertThat(receiver.join().err())
                    .contains("message 0: size 10 instead of 11", "--no-numbers")
                    .hasLineCount(1);
        }
        assertThat(receiver.join().code()).isEqualTo(1);
    }

    @Test
    void libzmqRefusesASingleQuestionAsNothingIsLeftToMeasure() {
        var asker = libzmq("remote_lat " + endpoint + " 10 1").join();
        assertThat(asker.code()).isEqualTo(1);
        assertThat(asker.err()).contains("COUNT is 1: from 2 on is allowed").hasLineCount(1);
    }

    @Test
    void libzmqEndsARunThatIsNotOverInTime() {
        var receiver =
                run(List.of(directory.resolve("perf").toString(), "local_thr", endpoint, "1", "1", "--timeout", "1"));
        assertThat(receiver.join().code()).isEqualTo(1);
        assertThat(receiver.join().err()).contains("not done in time");
    }
}
