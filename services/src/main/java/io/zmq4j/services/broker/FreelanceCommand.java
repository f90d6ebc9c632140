package io.zmq4j.services.broker;

import io.zmq4j.Handler;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.freelance.FreelanceServer;
import io.zmq4j.patterns.freelance.FreelanceServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a Freelance server. */
@Command(
        name = "freelance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Answer requests, until ended, as one of several servers that clients know: the guide's Freelance pattern (RFC 10). Nobody is in "
                    + "the middle: start as many as clients are to have, with the same answers.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  zmq broker freelance -b :5555 --command 'tr a-z A-Z'",
            "  zmq broker freelance-request -c :5555 -c :5556 hello"
        })
final class FreelanceCommand extends GuardedCommand {
    /** One of these. */
    static final class Answer {
        @Option(names = "--echo", description = "Answer with the request itself; so it is without any of these.")
        private boolean echo;

        @Option(names = "--reply", paramLabel = "TEXT", description = "Answer with this text.")
        private @Nullable String reply;

        @Option(
                names = "--command",
                paramLabel = "CMD",
                description =
                        "Answer with what this shell command prints, without the newline at its end. The request's frames are "
                                + "its stdin. With an exit code other than 0 there is no answer, and the client asks another server.")
        private @Nullable String command;
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-b", "--bind"},
            required = true,
            paramLabel = "ENDPOINT",
            description = "Listen here: tcp://*:5555 or in short :5555, ipc:///run/server.")
    private String endpoint = "";

    @ArgGroup
    private @Nullable Answer answer;

    @Option(
            names = "--public-endpoint",
            paramLabel = "ENDPOINT",
            description = "As clients of the guide's write where it listens; those of this library need none.")
    private String publicEndpoint = "";

    @Option(
            names = "--concurrency",
            paramLabel = "COUNT",
            description = "How many requests are answered at once; as many as there are processors.")
    private @Nullable Integer concurrency;

    @Mixin
    private final Running running = new Running();

    @Override
    public Integer call() throws InterruptedException {
        try (var context = context();
                var server = FreelanceServer.start(context, Shorthand.bound(endpoint), handler(), this::configure)) {
            Running.say("Freelance server at " + server.endpoint());
            running.run(server::statistics, server::await);
        }
        return 0;
    }

    private Handler handler() {
        if (answer != null && answer.command != null) {
            return new ShellHandler(answer.command);
        }
        String reply = answer == null || answer.echo ? null : answer.reply;
        return request -> reply == null ? request : Message.of(reply);
    }

    private void configure(FreelanceServerOptions options) {
        try {
            options.publicEndpoint(publicEndpoint).socket(this::guard);
            if (concurrency != null) {
                options.concurrency(concurrency);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
