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

    @ArgGroup(
            heading = "How to answer; without any of these, with a line of stdin each, until that ends, or, "
                    + "if stdin has no line, with the request itself:%n")
    private @Nullable Answer answer;

    /** How requests are answered: one of these, or by lines of stdin. */
    static final class Answer {
        @Option(names = "--echo", description = "Answer with the request itself.")
        private boolean echo;

        @Option(names = "--reply", paramLabel = "TEXT", description = "Answer with this text.")
        private @Nullable String reply;

        @ArgGroup(exclusive = false)
        private @Nullable Program program;

        private static Answer withItself() {
            var answer = new Answer();
            answer.echo = true;
            return answer;
        }
    }

    /** A command that answers. */
    static final class Program {
        @Option(
                names = "--command",
                required = true,
                paramLabel = "CMD",
                description =
                        "Answer with what this shell command prints, without the newline at its end (--format raw "
                                + "keeps it). The request's frames are its stdin. Not done within --timeout, or ended "
                                + "by a signal, it is no answer, and rep gives up. An exit code other than 0 is told on "
                                + "stderr, and what was printed is the answer all the same.")
        private String command = "";

        @Option(
                names = "--strict",
                description =
                        "With --command: what a command prints that ends with an exit code other than 0 is no answer "
                                + "either, and rep gives up with exit code 1.")
        private boolean strict;
    }

    ReplyVerb(Streams streams) {
        super(SocketType.REP, streams);
    }

    @Override
    void work(Socket socket) throws IOException {
        var rep = (RepSocket) socket;
        long count = quantity.orElse(Long.MAX_VALUE);
        if (answer == null) {
            serveTyped(rep, count);
        } else {
            serve(rep, answer, count);
        }
    }

    private void serveTyped(RepSocket rep, long count) throws IOException {
        var typed = new TypedReplies(streams, receiving.printer(streams), patience);
        long answered = typed.serve(rep, count);
        if (typed.isEmpty()) {
            verbosity.say(streams.err(), "stdin has no line: each request is answered with itself, as by --echo");
            serve(rep, Answer.withItself(), count - answered);
        } else if (answered < count) {
            verbosity.say(
                    streams.err(),
                    "stdin has ended: " + answered + (answered == 1 ? " request was" : " requests were") + " answered");
        }
    }

    private void serve(RepSocket rep, Answer answer, long count) throws IOException {
        try (var printer = receiving.printer(streams)) {
            for (long left = count; left > 0; left--) {
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
        if (answer.program != null) {
            return reply(request, answer.program);
        }
        return answer.echo ? request : Message.wrap(ArgumentBytes.of(Objects.requireNonNull(answer.reply)));
    }

    private Message reply(Message request, Program program) throws IOException {
        var result = new ShellCommand(program.command).run(request, patience.timeout());
        if (result.exitCode() != 0) {
            var failure = "the command ended with exit code " + result.exitCode();
            if (program.strict) {
                throw new IOException(failure + ": with --strict, what it printed is no reply");
            }
            verbosity.say(streams.err(), failure + "; what it printed is the reply, --strict would give up");
        }
        var output = result.output();
        return Message.wrap(receiving.format() == OutputFormat.raw ? output : withoutNewline(output));
    }

    /** A command's last line ends in a newline which, as with the lines of stdin, is not part of the message. */
    private static byte[] withoutNewline(byte[] output) {
        int last = output.length - 1;
        return last >= 0 && output[last] == '\n' ? Arrays.copyOf(output, last) : output;
    }
}
