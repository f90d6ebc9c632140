package io.zmq4j.services.broker;

import io.zmq4j.patterns.binarystar.Role;
import io.zmq4j.patterns.clone.CloneEndpoints;
import io.zmq4j.patterns.clone.CloneServer;
import io.zmq4j.patterns.clone.CloneServerOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a Clone server, alone or as one of a pair. */
@Command(
        name = "clone",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Keep a map that many share, in memory, until ended: the guide's Clone server (RFC 12). Clients get a copy and every update "
                    + "after it, by three ports in a row. With a partner, two servers of which the other one takes over: Binary Star.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  zmq broker clone -b :5556",
            "  zmq broker clone -b :5556 --role primary --star :5003 --star-partner tcp://two:5003 --partner tcp://two:5556",
            "  zmq broker clone -b :5556 --role backup --star :5003 --star-partner tcp://one:5003 --partner tcp://one:5556"
        })
final class CloneCommand extends GuardedCommand {
    /** What only a pair has, all of it. */
    static final class Pair {
        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "One of primary, backup: one of the two each.")
        private Role role = Role.PRIMARY;

        @Option(
                names = "--star",
                required = true,
                paramLabel = "ENDPOINT",
                description = "Tell the partner here how this server stands.")
        private String local = "";

        @Option(
                names = "--star-partner",
                required = true,
                paramLabel = "ENDPOINT",
                description = "Where the partner tells how it stands.")
        private String remote = "";

        @Option(
                names = "--partner",
                required = true,
                paramLabel = "ENDPOINT",
                description = "The first of the three ports of the partner's.")
        private String partner = "";
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-b", "--bind"},
            required = true,
            paramLabel = "ENDPOINT",
            description =
                    "The first of three ports to listen at: tcp://*:5556 or in short :5556 stands for 5556, 5557 and 5558.")
    private String endpoint = "";

    @ArgGroup(exclusive = false)
    private @Nullable Pair pair;

    @Option(
            names = "--heartbeat",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How often the server shows that it lives; 1.")
    private Duration heartbeat = CloneServerOptions.HEARTBEAT;

    @Option(names = "--max-entries", paramLabel = "COUNT", description = "How many entries there may be; 1000000.")
    private int maxEntries = CloneServerOptions.MAX_ENTRIES;

    @Option(names = "--max-bytes", paramLabel = "COUNT", description = "How many bytes they may have; 536870912.")
    private long maxBytes = CloneServerOptions.MAX_BYTES;

    @Mixin
    private final Running running = new Running();

    @Override
    public Integer call() throws InterruptedException {
        try (var context = context();
                var server = CloneServer.start(context, endpoints(Shorthand.bound(endpoint)), this::configure)) {
            Running.say("Clone server with snapshots at " + server.endpoints().snapshot() + ", updates at "
                    + server.endpoints().publisher() + ", collecting at "
                    + server.endpoints().collector());
            running.run(server::statistics, server::await);
        }
        return 0;
    }

    private CloneEndpoints endpoints(String text) {
        try {
            return CloneEndpoints.of(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void configure(CloneServerOptions options) {
        try {
            options.heartbeat(heartbeat)
                    .maxEntries(maxEntries)
                    .maxBytes(maxBytes)
                    .sockets(this::guard);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (pair != null) {
            if (!isOpenToAll()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "a pair cannot be secured here: each of the two would be a server to the other");
            }
            options.pair(
                    pair.role,
                    Shorthand.bound(pair.local),
                    Shorthand.connected(pair.remote),
                    endpoints(Shorthand.connected(pair.partner)));
        }
    }
}
