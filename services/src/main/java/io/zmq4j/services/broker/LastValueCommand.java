package io.zmq4j.services.broker;

import io.zmq4j.patterns.lastvalue.LastValueCache;
import io.zmq4j.patterns.lastvalue.LastValueOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a last value cache. */
@Command(
        name = "lastvalue",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Pass on what is published, and give each new subscriber the newest message of every topic that it wants, until ended: the "
                    + "guide's Last Value Cache. A topic is a message's first frame.",
            ""
        },
        footer = {"", "Example:", "  zmq broker lastvalue --publishers '>tcp://prices:5557' --subscribers :5558"})
final class LastValueCommand extends GuardedCommand {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--publishers",
            required = true,
            paramLabel = "ENDPOINT",
            description =
                    "Listen here for publishers: tcp://*:5557 or in short :5557; with > in front connect to one. Repeatable.")
    private List<String> publishers = List.of();

    @Option(
            names = "--subscribers",
            required = true,
            paramLabel = "ENDPOINT",
            description = "Listen here for subscribers; with > in front connect to one. Repeatable.")
    private List<String> subscribers = List.of();

    @Option(names = "--max-topics", paramLabel = "COUNT", description = "How many topics are kept; 100000.")
    private int maxTopics = LastValueOptions.MAX_TOPICS;

    @Option(names = "--max-bytes", paramLabel = "COUNT", description = "How many bytes are kept; 268435456.")
    private long maxBytes = LastValueOptions.MAX_BYTES;

    @Mixin
    private final Running running = new Running();

    @Override
    public Integer call() throws InterruptedException {
        try (var context = context();
                var cache = LastValueCache.start(context, this::configure)) {
            for (String endpoint : publishers) {
                Running.say("Last value cache, publishers: "
                        + (isConnected(endpoint)
                                ? cache.connectFrontend(Shorthand.connected(endpoint.substring(1)))
                                        .uri()
                                : cache.bindFrontend(Shorthand.bound(endpoint)).uri()));
            }
            for (String endpoint : subscribers) {
                Running.say("Last value cache, subscribers: "
                        + (isConnected(endpoint)
                                ? cache.connectBackend(Shorthand.connected(endpoint.substring(1)))
                                        .uri()
                                : cache.bindBackend(Shorthand.bound(endpoint)).uri()));
            }
            running.run(cache::statistics, cache::await);
        }
        return 0;
    }

    private static boolean isConnected(String endpoint) {
        return endpoint.startsWith(">");
    }

    private void configure(LastValueOptions options) {
        try {
            options.maxTopics(maxTopics)
                    .maxBytes(maxBytes)
                    .frontend(this::guard)
                    .backend(this::guard);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
