package io.zmq4j.spring.listener;

import static java.lang.System.Logger.Level.WARNING;

import io.zmq4j.Sender;
import io.zmq4j.message.Message;
import io.zmq4j.spring.FailedMessage;
import io.zmq4j.spring.ZmqErrorHandler;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the messages that a listener could not deal with: the error handler's affair, else dead letters, else a line in the
 * log. Throws nothing and waits for nobody but the error handler. Any thread.
 */
final class Failures {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.handler");

    private static final Message ERROR = Message.of("", "error");

    private final String listener;
    private final String socket;
    private final @Nullable ZmqErrorHandler handler;
    private final @Nullable Sender deadLetters;
    private final boolean isServed;

    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong told = new AtomicLong();

    /** @param isServed whether a server calls the listener, which tells of failures by itself */
    Failures(
            String listener,
            String socket,
            @Nullable ZmqErrorHandler handler,
            @Nullable Sender deadLetters,
            boolean isServed) {
        this.isServed = isServed;
        this.listener = listener;
        this.socket = socket;
        this.handler = handler;
        this.deadLetters = deadLetters;
    }

    /** Deals with one; what is to be answered, if somebody waits for an answer. */
    Message failed(Message message, Throwable failure) {
        failed.incrementAndGet();
        Throwable left = failure;
        if (handler != null) {
            try {
                Message reply = handler.handle(new FailedMessage(listener, socket, message, failure));
                return reply == null ? ERROR : reply;
            } catch (Throwable e) {
                left = e;
            }
        }
        bury(new FailedMessage(listener, socket, message, left));
        return ERROR;
    }

    private void bury(FailedMessage dead) {
        try {
            if (deadLetters == null) {
                if (!isServed) {
                    tell(" failed, and gets the next message", dead.failure());
                }
            } else if (!deadLetters.trySend(dead.deadLetter())) {
                tell(" failed, and its dead letters are not taken by " + deadLetters, dead.failure());
            }
        } catch (RuntimeException | Error e) {
            tell(" failed, and its dead letters cannot be sent", e);
        }
    }

    /** The first, the tenth, the hundredth and so on. */
    private void tell(String what, Throwable failure) {
        long count = told.incrementAndGet();
        long power = 1;
        while (power < count) {
            power *= 10;
        }
        if (power == count) {
            LOG.log(WARNING, listener + what + (count == 1 ? "" : "; this is number " + count), failure);
        }
    }

    /** How many there were. */
    long count() {
        return failed.get();
    }
}
