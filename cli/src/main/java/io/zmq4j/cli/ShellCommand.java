package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.zmq4j.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A command for {@code sh -c} that turns a request into a reply. */
final class ShellCommand {
    /** The variable in which the script zmq keeps LC_ALL if it has set another locale for the JVM. */
    private static final String KEPT_LOCALE = "ZMQ_LC_ALL";

    private static final String LOCALE = "LC_ALL";
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    /** As {@link Process#exitValue} and shells report a signal: its number after these. */
    private static final int SIGNAL = 128;

    private static final int LAST_SIGNAL = 64;

    private final String command;

    ShellCommand(String command) {
        this.command = inAscii(ArgumentBytes.of(command));
    }

    /** What a command printed until it was done, and its exit code. */
    static final class Result {
        private final byte[] output;
        private final int exitCode;

        private Result(byte[] output, int exitCode) {
            this.output = output;
            this.exitCode = exitCode;
        }

        byte[] output() {
            return output;
        }

        int exitCode() {
            return exitCode;
        }
    }

    /**
     * Runs it until it is done.
     *
     * @throws TimedOutException if it is not done after this time; it is ended, and what it printed is not all
     * @throws IOException if it was ended by a signal
     */
    Result run(Message request, @Nullable Duration timeout) throws IOException {
        long start = System.nanoTime();
        var process = start();
        // On threads of their own: a command may print more than a pipe holds before it reads, or not read at all; and
        // what it leaves behind in the background may keep its stdout open.
        var feeding = new Background(() -> feed(request, process), () -> end(process));
        var output = new ByteArrayOutputStream();
        var reading = new Background(() -> process.getInputStream().transferTo(output), () -> {});
        feeding.start();
        reading.start();
        var patience = timeout == null ? FOR_EVER : timeout;
        if (!reading.await(patience) || !hasEnded(process, patience.minusNanos(System.nanoTime() - start))) {
            end(process);
            throw new TimedOutException("the command was not done within " + Seconds.text(patience));
        }
        reading.throwFailure();
        feeding.throwFailure();
        int signal = process.exitValue() - SIGNAL;
        if (signal > 0 && signal <= LAST_SIGNAL) {
            throw new IOException("the command was ended by signal " + signal + ": what it printed may not be all");
        }
        return new Result(output.toByteArray(), process.exitValue());
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder("sh", "-c", command).redirectError(Redirect.INHERIT);
        var environment = builder.environment();
        var locale = environment.remove(KEPT_LOCALE);
        if (locale != null) {
            environment.remove(LOCALE);
            if (!locale.isEmpty()) {
                environment.put(LOCALE, locale);
            }
        }
        return builder.start();
    }

    /** The JVM hands over only what its locale has; the shell can be told of other bytes by their numbers. */
    private static String inAscii(byte[] command) {
        var escaped = new StringBuilder();
        boolean plain = true;
        for (byte b : command) {
            plain &= b >= 0;
            escaped.append(b >= 0 && Character.isLetterOrDigit(b) ? (char) b : String.format("\\%03o", b));
        }
        return plain ? new String(command, US_ASCII) : "eval \"$(printf '" + escaped + "')\"";
    }

    private static void feed(Message request, Process process) {
        var stdin = process.getOutputStream();
        try {
            for (int i = 0; i < request.frameCount(); i++) {
                stdin.write(request.bytes(i));
            }
            stdin.close();
        } catch (IOException e) {
            // It need not read all of it.
        }
    }

    private static boolean hasEnded(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void end(Process process) {
        // What the shell started would keep stdout open; the shell goes first, or it would tell of the others' end.
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
