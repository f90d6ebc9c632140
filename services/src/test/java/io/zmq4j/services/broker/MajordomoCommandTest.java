package io.zmq4j.services.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.MajordomoWorker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The subcommands of {@code zmq broker}, in a thread each, with what they print. */
class MajordomoCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    private int run(String... arguments) {
        return new CommandLine(new BrokerCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static void await(ByteArrayOutputStream stream, String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!stream.toString(StandardCharsets.UTF_8).contains(text)) {
            assertThat(System.nanoTime())
                    .as(stream.toString(StandardCharsets.UTF_8))
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void aBrokerWithTitanicServesRequestsOfBothKinds() throws Exception {
        String endpoint = "ipc://" + directory.resolve("broker");
        var broker = new Thread(() -> run(
                "majordomo",
                "-b",
                endpoint,
                "--heartbeat",
                "1",
                "--liveness",
                "10",
                "--titanic",
                directory.resolve("store").toString(),
                "--fsync",
                "never",
                "--statistics",
                "0.1"));
        broker.setDaemon(true);
        broker.start();
        await(err, "Majordomo broker at " + endpoint);
        await(err, "with 0 requests to be answered and 0 replies to be fetched");
        try (var context = Context.create();
                var worker = MajordomoWorker.start(
                        context,
                        endpoint,
                        "echo",
                        request -> Message.of("Hello").append(request))) {
            assertThat(run("majordomo-request", "-c", endpoint, "--timeout", "20", "echo", "World"))
                    .isZero();
            await(out, "Hello\nWorld\n");
            assertThat(run("majordomo-request", "-c", endpoint, "--timeout", "20", "--titanic", "echo", "disk"))
                    .isZero();
            await(out, "Hello\ndisk\n");
            await(err, "stored as ");
            assertThat(worker.statistics().requests()).isEqualTo(2);
        }
        await(out, "{\"majordomo\":{\"services\":[");
        await(out, "\"titanic\":{\"pending\":0");
        broker.interrupt();
        broker.join(Duration.ofSeconds(20).toMillis());
        assertThat(broker.isAlive()).isFalse();
    }

    @Test
    void whoGetsNoReplyIsTold() {
        String endpoint = "ipc://" + directory.resolve("nobody");
        int code = run("majordomo-request", "-c", endpoint, "--timeout", "0.1", "echo", "World");
        assertThat(code).isNotZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nobody could be asked");
    }

    @Test
    void wrongArgumentsAreSaid() {
        for (String[] wrong : new String[][] {
            {"majordomo"},
            {"majordomo", "-b", "inproc://x", "--heartbeat", "0"},
            {"majordomo", "-b", "inproc://x", "--liveness", "0"},
            {"majordomo-request", "-c", "inproc://x", "--retries", "-1", "echo", "x"},
            {"majordomo-request", "-c", "inproc://x", "echo"}
        }) {
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(CommandLine.ExitCode.USAGE);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("intervals is 0: at least 1 is allowed");
    }

    @Test
    void theHelpHasExamples() {
        var help = new StringWriter();
        int code = new CommandLine(new BrokerCommand())
                .setOut(new PrintWriter(help))
                .execute("majordomo", "--help");
        assertThat(code).isZero();
        assertThat(help.toString()).contains("--titanic=DIRECTORY").contains("zmq broker majordomo -b 'tcp://*:5555'");
    }

    @Test
    void shortEndpointsAreOfTcp() {
        assertThat(Shorthand.bound(":5555")).isEqualTo("tcp://*:5555");
        assertThat(Shorthand.connected(":5555")).isEqualTo("tcp://localhost:5555");
        assertThat(Shorthand.bound("ipc:///tmp/x")).isEqualTo("ipc:///tmp/x");
    }
}
