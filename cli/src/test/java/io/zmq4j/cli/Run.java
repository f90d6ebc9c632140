package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;

/**
 * What one run of the command gave.
 *
 * @param code its exit code
 * @param out its stdout
 * @param err its stderr
 */
record Run(int code, String out, String err) {
    /** Runs it in this thread, with an empty stdin. */
    static Run zmq(String... args) {
        return fed("", args);
    }

    /** Runs it in this thread with this stdin. */
    static Run fed(String in, String... args) {
        return of(new ByteArrayInputStream(in.getBytes(UTF_8)), false, args);
    }

    /** Runs it in a thread of its own, with an empty stdin. */
    static CompletableFuture<Run> started(String... args) {
        return startedWith(InputStream.nullInputStream(), false, args);
    }

    /** Runs it in a thread of its own with this stdin. */
    static CompletableFuture<Run> startedWith(InputStream in, boolean interactive, String... args) {
        var run = new CompletableFuture<Run>();
        var thread = new Thread(() -> run.complete(of(in, interactive, args)), "zmq " + args[0]);
        thread.setDaemon(true);
        thread.start();
        return run;
    }

    private static Run of(InputStream in, boolean interactive, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Zmq.run(new Streams(in, out, new PrintStream(err, true, UTF_8), interactive), args);
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
