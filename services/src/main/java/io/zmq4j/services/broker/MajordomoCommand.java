package io.zmq4j.services.broker;

import io.zmq4j.Context;
import io.zmq4j.patterns.majordomo.BrokerOptions;
import io.zmq4j.patterns.majordomo.MajordomoBroker;
import io.zmq4j.patterns.titanic.Fsync;
import io.zmq4j.patterns.titanic.TitanicServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a Majordomo broker, and a Titanic server beside it. */
@Command(
        name = "majordomo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Hand requests for named services to the workers that offer them, until ended (RFC 7, RFC 18, RFC 8). Clients and workers "
                    + "connect to the same endpoints, in any language. With --titanic also keep requests on disk until they are "
                    + "answered, and replies until they are fetched (RFC 9).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  zmq broker majordomo -b 'tcp://*:5555'",
            "  zmq broker majordomo -b :5555 --titanic /var/lib/orders --statistics 10"
        })
final class MajordomoCommand extends GuardedCommand {
    private static final String OWN_ENDPOINT = "inproc://majordomo";
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-b", "--bind"},
            required = true,
            paramLabel = "ENDPOINT",
            description = "Listen here: tcp://*:5555 or in short :5555, ipc:///run/broker. Repeatable.")
    private List<String> endpoints = List.of();

    @Option(
            names = "--heartbeat",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How often broker and workers say that they are alive; 2.5. The same for all, about.")
    private Duration heartbeat = BrokerOptions.HEARTBEAT;

    @Option(
            names = "--liveness",
            paramLabel = "COUNT",
            description =
                    "After how many heartbeats that did not come a worker is lost, and its request goes to another; 3.")
    private int liveness = BrokerOptions.LIVENESS;

    @Option(
            names = "--busy-expiry",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "How long a worker may be silent while it works. The guide's own workers are, so for them: longer than their "
                            + "longest work. By default as when it does not work.")
    private @Nullable Duration busyExpiry;

    @Option(
            names = "--request-expiry",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long a request waits for a worker before it is dropped; 60.")
    private Duration requestExpiry = BrokerOptions.REQUEST_EXPIRY;

    @Option(
            names = "--max-waiting",
            paramLabel = "COUNT",
            description = "How many requests may wait for one service; 10000. More are dropped.")
    private int maxWaiting = 10_000;

    @Option(
            names = "--titanic",
            paramLabel = "DIRECTORY",
            description = "Keep requests to titanic.request here. The directory is for one server alone.")
    private @Nullable Path titanic;

    @Option(
            names = "--fsync",
            paramLabel = "WHEN",
            description =
                    "When what Titanic writes is forced to the disk: always (before it is acknowledged), interval (every 0.1 s) or "
                            + "never; always.")
    private Fsync fsync = Fsync.ALWAYS;

    @Option(
            names = "--statistics",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Print how it stands on stdout every so many seconds, a line of JSON each.")
    private @Nullable Duration statistics;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var context = guarded(Context.create());
                var broker = MajordomoBroker.start(context, OWN_ENDPOINT, this::configure)) {
            Runtime.getRuntime().addShutdownHook(atTheEnd(context, broker));
            try (TitanicServer server = titanic == null ? null : titanic(context, titanic)) {
                for (String endpoint : endpoints) {
                    say("Majordomo broker at " + broker.bind(Shorthand.bound(endpoint)));
                }
                run(broker, server);
            }
        }
        return 0;
    }

    /** Where a signal ends the process, nobody else would tell the workers. */
    private static Thread atTheEnd(Context context, MajordomoBroker broker) {
        return new Thread(
                () -> {
                    broker.close();
                    context.close(CLOSE_TIMEOUT);
                },
                "majordomo-end");
    }

    private void configure(BrokerOptions options) {
        try {
            options.heartbeat(heartbeat)
                    .liveness(liveness)
                    .requestExpiry(requestExpiry)
                    .maxWaiting(maxWaiting)
                    .socket(this::guard);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (busyExpiry != null) {
            options.busyExpiry(busyExpiry);
        }
    }

    private TitanicServer titanic(Context context, Path directory) throws IOException {
        TitanicServer server = TitanicServer.start(
                context, OWN_ENDPOINT, directory, it -> it.fsync(fsync).heartbeat(heartbeat));
        var found = server.statistics();
        found.damages().forEach(MajordomoCommand::say);
        say("Titanic in " + directory + ", with " + found.pending() + " requests to be answered and " + found.answered()
                + " replies to be fetched");
        return server;
    }

    private static void say(String line) {
        System.err.println("zmq: " + line);
    }

    private void run(MajordomoBroker broker, @Nullable TitanicServer server) throws InterruptedException {
        if (statistics == null) {
            broker.await();
            return;
        }
        while (!System.out.checkError()) {
            TimeUnit.NANOSECONDS.sleep(statistics.toNanos());
            System.out.println("{\"majordomo\":" + broker.statistics().toJson()
                    + (server == null
                            ? ""
                            : ",\"titanic\":" + server.statistics().toJson()) + "}");
        }
    }
}
