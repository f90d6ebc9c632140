package io.zmq4j.services.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.clone.CloneClient;
import io.zmq4j.patterns.clone.CloneEndpoints;
import io.zmq4j.patterns.pirate.PirateWorker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code zmq broker pirate}, {@code clone}, {@code lastvalue} and {@code freelance}, in a thread each, with what they print. */
class PatternCommandsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

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

    private static int run(String... arguments) {
        return new CommandLine(new BrokerCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static Thread start(String... arguments) {
        var thread = new Thread(() -> run(arguments));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static String await(ByteArrayOutputStream stream, String pattern) throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        Matcher matcher = Pattern.compile(pattern).matcher(stream.toString(StandardCharsets.UTF_8));
        while (!matcher.find()) {
            assertThat(System.nanoTime() - deadline)
                    .as(stream.toString(StandardCharsets.UTF_8))
                    .isNegative();
            TimeUnit.MILLISECONDS.sleep(5);
            matcher = Pattern.compile(pattern).matcher(stream.toString(StandardCharsets.UTF_8));
        }
        return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
    }

    private static void end(Thread command) throws InterruptedException {
        command.interrupt();
        command.join(SOON.toMillis());
        assertThat(command.isAlive()).isFalse();
    }

    @Test
    void aPirateQueueServesAndSaysHowItStands() throws Exception {
        var clients = "ipc://" + directory.resolve("clients");
        var workers = "ipc://" + directory.resolve("workers");
        var command = start("pirate", "--clients", clients, "--workers", workers, "--statistics", "0.05");
        await(err, "Pirate queue for clients at " + Pattern.quote(clients));
        try (var context = Context.create();
                var req = context.req();
                var worker = PirateWorker.start(context, workers, request -> Message.of("Hello, " + request.text()))) {
            req.connect(clients);
            assertThat(req.request("World", SOON).text()).isEqualTo("Hello, World");
            await(out, "\"requests\":1,\"replies\":1,.*\"drops\":\\{\\}\\}");
            assertThat(worker.statistics().failed()).isZero();
        }
        end(command);
    }

    @Test
    void aCloneServerKeepsAMap() throws Exception {
        var command = start("clone", "-b", "tcp://127.0.0.1:*", "--heartbeat", "0.2", "--statistics", "0.05");
        var endpoints = new CloneEndpoints(
                await(err, "snapshots at (tcp://[0-9.:]+)"),
                await(err, "updates at (tcp://[0-9.:]+)"),
                await(err, "collecting at (tcp://[0-9.:]+)"));
        try (var context = Context.create();
                var client = CloneClient.start(context, List.of(endpoints))) {
            client.put("tea", "42").get(20, TimeUnit.SECONDS);
        }
        // An update that is not acknowledged in time comes again, and is numbered again.
        await(out, "\"state\":\"ACTIVE\",\"sequence\":[1-9],\"entries\":1,.*\"applied\":1,");
        end(command);
    }

    @Test
    void aLastValueCachePassesOn() throws Exception {
        var publishers = "ipc://" + directory.resolve("publishers");
        var subscribers = "ipc://" + directory.resolve("subscribers");
        try (var context = Context.create();
                var pub = context.pub();
                var sub = context.sub()) {
            pub.bind(publishers);
            var command = start("lastvalue", "--publishers", ">" + publishers, "--subscribers", subscribers);
            await(err, "subscribers: " + Pattern.quote(subscribers));
            assertThat(pub.awaitPeer(SOON)).isTrue();
            pub.send("usd", "1.09");
            sub.subscribe("usd");
            sub.connect(subscribers);

            assertThat(sub.receive(SOON).orElseThrow().text(1)).isEqualTo("1.09");
            end(command);
        }
    }

    @Test
    void aFreelanceServerAnswersAsItIsTold() throws Exception {
        var answers = List.of(
                List.of("Hello", "World\nagain"), List.of("--echo"),
                List.of("fixed"), List.of("--reply", "fixed"),
                List.of("HELLOWORLD\nAGAIN"), List.of("--command", "tr a-z A-Z"));
        for (int i = 0; i < answers.size(); i += 2) {
            out.reset();
            var endpoint = "ipc://" + directory.resolve("server" + i);
            var arguments = new ArrayList<>(List.of("freelance", "-b", endpoint));
            arguments.addAll(answers.get(i + 1));
            var command = start(arguments.toArray(String[]::new));
            int code = run("freelance-request", "-c", endpoint, "--timeout", "20", "Hello", "World\nagain");
            assertThat(code).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(String.join("\n", answers.get(i)) + "\n");
            end(command);
        }
    }

    @Test
    void anotherFreelanceServerIsAskedWhereOneHasNoAnswer() throws Exception {
        var broken = "ipc://" + directory.resolve("broken");
        var whole = "ipc://" + directory.resolve("whole");
        var first = start("freelance", "-b", broken, "--command", "exit 3", "--statistics", "0.05");
        var asking =
                start("freelance-request", "-c", broken, "-c", whole, "--timeout", "20", "--patience", "0.2", "Hello");
        await(out, "\"served\":0,\"failed\":[1-9]");
        var second = start("freelance", "-b", whole, "--reply", "from the second");
        await(out, "from the second");
        asking.join(SOON.toMillis());
        end(first);
        end(second);
    }

    @Test
    void aRequestThatNoFreelanceServerAnswersIsTold() throws Exception {
        var silent = "ipc://" + directory.resolve("silent");
        var command = start("freelance", "-b", silent, "--command", "exit 3");
        await(err, "Freelance server at " + Pattern.quote(silent));
        int code = run("freelance-request", "-c", silent, "--timeout", "1", "--patience", "0.2", "Hello");
        assertThat(code).isNotZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        end(command);
    }

    @Test
    void wrongArgumentsAreSaid() {
        for (String[] wrong : new String[][] {
            {"pirate"},
            {"pirate", "--clients", "inproc://x", "--workers", "inproc://y", "--liveness", "0"},
            {"clone", "-b", "ipc:///tmp/x"},
            {"clone", "-b", ":5556", "--role", "primary"},
            {"clone", "-b", ":5556", "--max-entries", "0"},
            {"lastvalue", "--publishers", ":5557"},
            {"freelance"},
            {"freelance", "-b", "inproc://x", "--echo", "--reply", "both"},
            {"freelance", "-b", "inproc://x", "--concurrency", "0"},
            {"freelance-request", "-c", "inproc://x"},
            {"freelance-request", "-c", "inproc://x", "-c", "inproc://x", "twice"},
            {"freelance-request", "-c", "inproc://x", "--at-once", "0", "Hello"},
            {"lastvalue", "--publishers", ":5557", "--subscribers", ":5558", "--max-topics", "0"},
        }) {
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(CommandLine.ExitCode.USAGE);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("heartbeats is 0: from 1 to 1000 is allowed")
                .contains("--star=ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pirate", "clone", "lastvalue", "freelance"})
    void theHelpHasAnExample(String name) {
        var help = new StringWriter();
        int code = new CommandLine(new BrokerCommand())
                .setOut(new PrintWriter(help))
                .execute(name, "--help");

        assertThat(code).isZero();
        assertThat(help.toString()).contains("Example").contains("zmq broker " + name);
    }
}
