package io.zmq4j.cli;

import io.zmq4j.RepSocket;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** rep: prints each request and answers it. */
@Command
final class ReplyVerb extends SocketVerb {
    @Mixin
    private final Receiving receiving = new Receiving();

    @ArgGroup(heading = "How to answer; without any of these, with a line of stdin each, until that ends:%n")
    private @Nullable Answer answer;

    /** How requests are answered: one of these, or by lines of stdin. */
    static final class Answer {
        @Option(names = "--echo", description = "Answer with the request itself.")
        private boolean echo;

        @Option(names = "--reply", paramLabel = "TEXT", description = "Answer with this text.")
        private @Nullable String reply;

        @Option(
                names = "--command",
                paramLabel = "CMD",
                description =
                        "Answer with what this shell command prints, without the newline at its end (--format raw "
                                + "keeps it). The request's frames are its stdin. Not done within --timeout, or ended "
                                + "by a signal, it is no answer, and rep gives up.")
        private @Nullable String command;
    }

    ReplyVerb(Streams streams) {
        super(SocketType.REP, streams);
    }

    @Override
    void work(Socket socket) throws IOException {
        var rep = (RepSocket) socket;
        if (answer == null) {
            new TypedReplies(streams, receiving.printer(streams), patience).serve(rep, quantity.orElse(Long.MAX_VALUE));
        } else {
            serve(rep, answer);
        }
    }

    private void serve(RepSocket rep, Answer answer) throws IOException {
        try (var printer = receiving.printer(streams)) {
            for (long left = quantity.orElse(Long.MAX_VALUE); left > 0; left--) {
                Optional<Message> waiting = rep.tryReceive();
                if (waiting.isEmpty()) {
                    printer.flush();
                }
                Message request = waiting.orElseGet(() -> patience.receive(rep));
                // Answered first: a stdout that nobody reads any more costs nobody the reply.
                patience.send(rep, reply(request, answer));
                printer.print(request);
            }
        }
    }

    private Message reply(Message request, Answer answer) throws IOException {
        if (answer.command != null) {
            var output = new ShellCommand(answer.command).run(request, patience.timeout());
            return Message.wrap(receiving.format() == OutputFormat.raw ? output : withoutNewline(output));
        }
        return answer.echo ? request : Message.wrap(ArgumentBytes.of(Objects.requireNonNull(answer.reply)));
    }

    /** A command's last line ends in a newline which, as with the lines of stdin, is not part of the message. */
    private static byte[] withoutNewline(byte[] output) {
        int last = output.length - 1;
        return last >= 0 && output[last] == '\n' ? Arrays.copyOf(output, last) : output;
    }
}
