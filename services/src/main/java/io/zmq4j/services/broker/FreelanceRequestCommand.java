package io.zmq4j.services.broker;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.freelance.FreelanceClient;
import io.zmq4j.patterns.freelance.FreelanceClientOptions;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one request of several Freelance servers. */
@Command(
        name = "freelance-request",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Ask the first of several Freelance servers that answers, and print the reply, a line for each frame.",
            ""
        },
        footer = {"", "Example:", "  zmq broker freelance-request -c tcp://one:5555 -c tcp://two:5555 hello"})
final class FreelanceRequestCommand extends GuardedCommand {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-c", "--connect"},
            required = true,
            paramLabel = "ENDPOINT",
            description =
                    "A server: tcp://one:5555 or in short :5555. Repeatable, in the order in which they are asked.")
    private List<String> endpoints = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long to wait in all; 5.")
    private Duration timeout = Duration.ofSeconds(5);

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "How long a server has until the next one is asked too; 1. Longer than the longest answer takes.")
    private Duration patience = FreelanceClientOptions.PATIENCE;

    @Option(
            names = "--at-once",
            paramLabel = "COUNT",
            description = "How many servers are asked from the beginning, of which the first answer counts; 1.")
    private int atOnce = 1;

    @Parameters(arity = "1..*", paramLabel = "FRAME", description = "What is asked, as text.")
    private List<String> frames = List.of();

    @Override
    public Integer call() {
        Message request = Message.of(frames.toArray(String[]::new));
        var servers = endpoints.stream().map(Shorthand::connected).toList();
        try (var context = context();
                var client = start(context, servers)) {
            return Replies.print(Replies.inTime(() -> client.request(request, timeout)), timeout);
        }
    }

    private FreelanceClient start(Context context, List<String> servers) {
        try {
            return FreelanceClient.start(
                    context, servers, it -> it.patience(patience).atOnce(atOnce).socket(this::guard));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
