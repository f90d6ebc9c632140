package io.zmq4j.services.bridge;

import io.zmq4j.bridge.Bridge;
import io.zmq4j.bridge.progress.Phase;
import io.zmq4j.bridge.spi.BridgeException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one bridge until it is ended. */
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        description = {
            "Carry messages from one address to another, until it is ended: then it reads no more, and writes what it has read.",
            "",
            "Read from:  pull:// sub:// dealer:// (acknowledged)  kafka://HOST:PORT/TOPIC  nats://HOST:PORT/STREAM",
            "Write to:   push:// pub:// router:// dealer:// (acknowledged)  kafka://…  nats://…",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  zmq bridge 'pull://*:5557' 'kafka://localhost:9092/orders?create=3&key=frame:0'",
            "  zmq bridge 'sub://localhost:5556?topic=weather' 'nats://localhost:4222/WEATHER?subject=weather'",
            "  zmq bridge 'kafka://localhost:9092/orders?group=workers' 'dealer://*:5558'",
            "  zmq bridge kafka://localhost:9092/orders 'pub://*:5559?id=frame' --replay 'replay://*:5560'"
        })
public final class BridgeCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FROM", description = "What to read from.")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "What to write to.")
    private String to;

    @Option(
            names = "--dead-letters",
            paramLabel = "ADDRESS",
            description =
                    "What to write to what TO refuses for good, with the reason. Without it such a message ends the bridge.")
    private @Nullable String deadLetters;

    @Option(
            names = "--replay",
            paramLabel = "ADDRESS",
            description =
                    "Where who comes late asks for what FROM, a kafka:// or nats://, keeps: replay://*:5560, say. docs/bridge.md has how.")
    private @Nullable String replay;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many messages may be read and not written yet: ${DEFAULT-VALUE}.")
    private int inFlight;

    @Option(
            names = "--in-flight-bytes",
            paramLabel = "N",
            defaultValue = "33554432",
            description = "And how many bytes: ${DEFAULT-VALUE}.")
    private long inFlightBytes;

    @Option(
            names = "--stop-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a stop may take: ${DEFAULT-VALUE}.")
    private int stopTimeout;

    @Option(
            names = "--metrics",
            paramLabel = "[HOST:]PORT",
            description = "Serve /metrics, for Prometheus, and /health over HTTP; on the loopback without a host.")
    private @Nullable String metrics;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show what Kafka's client logs.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException, InterruptedException {
        // Before the first class of Kafka's client is loaded.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "off");
        try (var bridge = start();
                var server = metrics == null ? null : MetricsServer.start(metrics, bridge)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bridge::close, "bridge-end"));
            say(from + " to " + to + ": " + bridge.promise());
            if (server != null) {
                say("metrics at " + server.url());
            }
            watch(bridge);
            return 0;
        }
    }

    private Bridge start() throws IOException {
        try {
            var builder = Bridge.builder()
                    .from(from)
                    .to(to)
                    .inFlight(inFlight, inFlightBytes)
                    .stopTimeout(Duration.ofSeconds(stopTimeout));
            if (deadLetters != null) {
                builder.deadLetters(deadLetters);
            }
            if (replay != null) {
                builder.replay(replay);
            }
            return builder.start();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (BridgeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Says each trouble once, and that it is over. */
    private static void watch(Bridge bridge) throws IOException, InterruptedException {
        String said = "";
        while (!bridge.awaitEnd(LOOK)) {
            String trouble = bridge.trouble().orElse("");
            if (trouble.isEmpty() != said.isEmpty()) {
                say(trouble.isEmpty() ? "all is well again" : trouble);
                said = trouble;
            }
        }
        if (bridge.progress().phase() == Phase.FAILED) {
            throw new IOException(bridge.progress().trouble());
        }
    }

    private static void say(String line) {
        System.err.println("zmq: " + line);
    }
}
