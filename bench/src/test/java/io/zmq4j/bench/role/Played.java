package io.zmq4j.bench.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zmq4j.bench.BenchCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * How a role ended.
 *
 * @param code its exit code
 * @param out its stdout
 * @param err its stderr
 */
record Played(int code, String out, String err) {
    /** Who plays it. */
    enum Library {
        ZMQ4J(() -> new CommandLine(new BenchCommand())),
        JEROMQ(JeroMq::commandLine),
        RAW(RawSockets::commandLine);

        private final Supplier<CommandLine> commandLine;

        Library(Supplier<CommandLine> commandLine) {
            this.commandLine = commandLine;
        }

        /** Plays it in this thread. The arguments are in one line, separated by blanks. */
        Played play(String line) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int code = commandLine
                    .get()
                    .setOut(new PrintWriter(out, true, UTF_8))
                    .setErr(new PrintWriter(err, true, UTF_8))
                    .execute(line.split(" "));
            return new Played(code, out.toString(UTF_8), err.toString(UTF_8));
        }

        /** Plays it in a thread of its own. */
        CompletableFuture<Played> start(String line) {
            var played = new CompletableFuture<Played>();
            var thread = new Thread(() -> played.complete(play(line)), line);
            thread.setDaemon(true);
            thread.start();
            return played;
        }
    }

    /** The last line of its output. */
    String figure() {
        return out.lines().reduce("", (before, line) -> line);
    }
}
