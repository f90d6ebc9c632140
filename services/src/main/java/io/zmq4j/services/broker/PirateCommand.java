package io.zmq4j.services.broker;

import io.zmq4j.patterns.pirate.PirateQueue;
import io.zmq4j.patterns.pirate.PirateQueueOptions;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a Paranoid Pirate queue. */
@Command(
        name = "pirate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Hand requests to the worker that has had none for the longest time, until ended: the guide's Paranoid Pirate queue (RFC 6). "
                    + "Heartbeats tell which workers live. A request whose worker dies is lost: clients ask again, as zmq req with "
                    + "--retries does.",
            ""
        },
        footer = {"", "Example:", "  zmq broker pirate --clients :5555 --workers :5556"})
final class PirateCommand extends GuardedCommand {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--clients",
            required = true,
            paramLabel = "ENDPOINT",
            description = "Listen here for clients: tcp://*:5555 or in short :5555, ipc:///run/clients.")
    private String clients = "";

    @Option(names = "--workers", required = true, paramLabel = "ENDPOINT", description = "Listen here for workers.")
    private String workers = "";

    @Option(
            names = "--heartbeat",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How often queue and workers say that they live; 1. The same for all, about.")
    private Duration heartbeat = PirateQueueOptions.HEARTBEAT;

    @Option(
            names = "--liveness",
            paramLabel = "COUNT",
            description = "After how many heartbeats that did not come a worker is lost; 3.")
    private int liveness = PirateQueueOptions.LIVENESS;

    @Option(names = "--max-workers", paramLabel = "COUNT", description = "How many workers there may be; 10000.")
    private int maxWorkers = PirateQueueOptions.MAX_WORKERS;

    @Mixin
    private final Running running = new Running();

    @Override
    public Integer call() throws InterruptedException {
        try (var context = context();
                var queue = PirateQueue.start(
                        context, Shorthand.bound(clients), Shorthand.bound(workers), this::configure)) {
            Running.say("Pirate queue for clients at " + queue.clientEndpoint() + ", for workers at "
                    + queue.workerEndpoint());
            running.run(queue::statistics, queue::await);
        }
        return 0;
    }

    private void configure(PirateQueueOptions options) {
        try {
            options.heartbeat(heartbeat)
                    .liveness(liveness)
                    .maxWorkers(maxWorkers)
                    .sockets(this::guard);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
