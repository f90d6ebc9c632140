package io.zmq4j.services.broker;

import io.zmq4j.error.RequestFailedException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How what was asked comes to an end: a line for each frame on stdout, or the exit code of a time-out. */
final class Replies {
    private static final int TIMED_OUT = 2;

    private Replies() {}

    /** The reply, unless it did not come in time. */
    static Optional<Message> inTime(Supplier<Message> asking) {
        try {
            return Optional.of(asking.get());
        } catch (RequestFailedException e) {
            if (e.reason() == RequestFailedException.Reason.TIMEOUT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Prints it and gives the exit code. */
    static int print(Optional<Message> reply, Duration timeout) {
        if (reply.isEmpty()) {
            System.err.println("zmq: no reply within " + timeout.toMillis() / 1000.0 + " s");
            return TIMED_OUT;
        }
        reply.get().forEach(frame -> System.out.println(frame.text()));
        return 0;
    }
}
