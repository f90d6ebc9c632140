package io.zmq4j.services.broker;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.MajordomoClient;
import io.zmq4j.patterns.titanic.TitanicClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one request of a service. */
@Command(
        name = "majordomo-request",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Ask a service through a Majordomo broker, and print the reply, a line for each frame.", ""},
        footer = {
            "",
            "Examples:",
            "  zmq broker majordomo-request -c :5555 echo hello",
            "  zmq broker majordomo-request -c :5555 mmi.service echo",
            "  zmq broker majordomo-request -c :5555 --titanic print report.pdf"
        })
final class MajordomoRequestCommand extends GuardedCommand {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-c", "--connect"},
            required = true,
            paramLabel = "ENDPOINT",
            description = "Of the broker: tcp://localhost:5555 or in short :5555.")
    private String endpoint = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long to wait for a reply, each time; 5.")
    private Duration timeout = Duration.ofSeconds(5);

    @Option(names = "--retries", paramLabel = "COUNT", description = "How often to ask again without a reply; 0.")
    private int retries;

    @Option(
            names = "--titanic",
            description = "Leave the request with the Titanic server, wait for its reply, and close it.")
    private boolean titanic;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Its name.")
    private String service = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FRAME", description = "What is asked, as text.")
    private List<String> frames = List.of();

    @Override
    public Integer call() {
        if (retries < 0) {
            throw new ParameterException(spec.commandLine(), "--retries is " + retries + ": at least 0 is allowed");
        }
        Message body = Message.of(frames.toArray(String[]::new));
        try (var context = context()) {
            return Replies.print(titanic ? left(context, body) : asked(context, body), timeout);
        }
    }

    private Optional<Message> asked(Context context, Message body) {
        try (var client = MajordomoClient.connect(
                context,
                Shorthand.connected(endpoint),
                it -> it.tries(retries + 1).socket(this::guard))) {
            return Replies.inTime(() -> client.request(service, body, timeout));
        }
    }

    private Optional<Message> left(Context context, Message body) {
        try (var client = TitanicClient.connect(
                context,
                Shorthand.connected(endpoint),
                it -> it.tries(retries + 1).socket(this::guard))) {
            var id = client.submit(service, body, timeout);
            System.err.println("zmq: stored as " + id);
            Optional<Message> reply = client.await(id, timeout);
            if (reply.isPresent()) {
                client.close(id, timeout);
            }
            return reply;
        }
    }
}
