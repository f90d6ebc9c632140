package io.zmq4j.cli;

import io.zmq4j.Sender;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a verb sends, and how fast: the frames of its arguments, or the lines of stdin. */
final class Sending {
    @Parameters(
            paramLabel = "FRAME",
            description =
                    "The frames of one message. Without any, stdin is read. After --, frames may begin with a dash.")
    private List<String> frames = new ArrayList<>();

    @Option(
            names = {"-i", "--interval"},
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "From one message to the next; fractions are allowed.")
    private Duration interval = Duration.ZERO;

    @Option(
            names = "--input",
            paramLabel = "FORMAT",
            description = {
                "How stdin is read: line (each line is a frame, as it is), text (as --format text prints it: TAB between "
                        + "frames, \\xNN for a byte; arguments too), jsonl, or raw (one message of all there is). "
                        + "Without it: line."
            })
    private InputFormat input = InputFormat.line;

    boolean hasFrames() {
        return !frames.isEmpty();
    }

    /** The messages to send, each when it is due. */
    Messages messages(Streams streams, Quantity quantity) {
        if (hasFrames()) {
            var message = input.ofArguments(frames);
            return new Messages(quantity.orElse(1), interval, () -> message);
        }
        var lines = new Lines(streams.in());
        return new Messages(quantity.orElse(Long.MAX_VALUE), interval, () -> input.read(lines));
    }

    /** Sends them all; gives how many. */
    long sendAll(Sender socket, Streams streams, Quantity quantity, Patience patience) throws IOException {
        var messages = messages(streams, quantity);
        long sent = 0;
        for (var message = messages.next(); message != null; message = messages.next()) {
            patience.send(socket, message);
            sent++;
        }
        return sent;
    }

    /** Where the next message comes from; null if there is none any more. */
    private interface Source {
        @Nullable
        Message next() throws IOException;
    }

    /** Owned by one thread. */
    static final class Messages {
        private final Duration interval;
        private final Source source;
        private long left;
        private long dueNanos = System.nanoTime();

        private Messages(long count, Duration interval, Source source) {
            this.left = count;
            this.interval = interval;
            this.source = source;
        }

        /** Waits until the next message is due and gives it; null if there is none any more. */
        @Nullable
        Message next() throws IOException {
            if (left == 0) {
                return null;
            }
            left--;
            var message = source.next();
            if (message != null && !interval.isZero()) {
                pause();
            }
            return message;
        }

        private void pause() {
            long now = System.nanoTime();
            while (dueNanos - now > 0) {
                LockSupport.parkNanos(dueNanos - now);
                now = System.nanoTime();
            }
            // From when it was due, not from when it went: a hundred intervals take a hundred times as long as one. But
            // the time that stdin was too slow is not made up for.
            boolean onTime = now - dueNanos < interval.toNanos();
            dueNanos = (onTime ? dueNanos : now) + interval.toNanos();
        }
    }
}
