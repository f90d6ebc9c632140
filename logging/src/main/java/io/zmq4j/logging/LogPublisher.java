package io.zmq4j.logging;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes log records through a PUB socket: what the handlers of the frameworks have in common. Safe for any thread.
 *
 * <p>A record never waits: what a subscriber does not take in time is dropped, once its queue is full, and counted ({@link #drops}).
 * Without a subscriber a record is not even put into words. And it leads to no other record: what is logged by the library itself, or
 * by the thread that is publishing a record, is not published.
 */
public final class LogPublisher implements AutoCloseable {
    /** What the library's own loggers are called, or begin with. */
    private static final String LIBRARY = "io.zmq4j";

    private final PubSocket socket;
    private final String prefix;
    private final Runnable end;
    private final ThreadLocal<Boolean> publishing = new ThreadLocal<>();

    private LogPublisher(PubSocket socket, String rootTopic, Runnable end) {
        if (socket.xpubNoDrop()) {
            throw new IllegalArgumentException(
                    "XPUB_NODROP is set: while one subscriber is slow, none would get a record, and nothing would be counted");
        }
        this.socket = socket;
        this.prefix = rootTopic.isEmpty() ? "" : rootTopic + ".";
        this.end = end;
    }

    /** For a publisher with a context and a socket of its own. */
    public static LogPublisherBuilder builder() {
        return new LogPublisherBuilder();
    }

    /**
     * A publisher through a socket of the application's own, which stays open when the publisher is closed.
     *
     * @param rootTopic what each topic begins with; may be empty
     * @throws IllegalArgumentException if the socket has XPUB_NODROP
     */
    public static LogPublisher of(PubSocket socket, String rootTopic) {
        return new LogPublisher(
                Objects.requireNonNull(socket, "socket"), Objects.requireNonNull(rootTopic, "rootTopic"), () -> {});
    }

    static LogPublisher owning(Context context, PubSocket socket, String rootTopic, Duration linger) {
        return new LogPublisher(socket, rootTopic, () -> context.close(linger));
    }

    /** Another publisher through the same socket, which stays open when that one is closed. */
    public LogPublisher under(String rootTopic) {
        return of(socket, rootTopic);
    }

    /**
     * Publishes a record, unless nobody is there, the publisher is closed, or the record might lead to another one.
     *
     * @param logger the name of the logger, or null if it has none
     * @param message the message as it was written in the source, which may begin with a subtopic, {@code subtopic::message}: there the
     *     arguments, which may come from anywhere, choose no topic
     * @param text puts the record into words, the message included; not called if it is not published
     * @throws RuntimeException what {@code text} throws
     */
    public void publish(Severity severity, @Nullable String logger, @Nullable String message, Supplier<String> text) {
        if (isLibrary(logger) || publishing.get() != null || socket.peerCount() == 0) {
            return;
        }
        publishing.set(true);
        try {
            String subtopic = Subtopic.of(message);
            String topic = prefix + severity + (subtopic.isEmpty() ? "" : "." + subtopic);
            socket.trySend(Message.of(topic, Subtopic.without(subtopic, text.get())));
        } catch (SocketClosedException e) {
            // Closed meanwhile.
        } finally {
            publishing.remove();
        }
    }

    private static boolean isLibrary(@Nullable String logger) {
        return logger != null
                && logger.startsWith(LIBRARY)
                && (logger.length() == LIBRARY.length() || logger.charAt(LIBRARY.length()) == '.');
    }

    /** How many records were dropped so far, by reason, for each subscriber that missed one; also after {@link #close}. */
    public Map<DropReason, Long> drops() {
        return socket.drops();
    }

    /** The endpoint that was bound or connected, with the real port; that of {@code connect} if both were. */
    public String endpoint() {
        return socket.lastEndpoint();
    }

    /**
     * Waits until somebody has subscribed: for a program that ends soon.
     *
     * @return false if {@code timeout} passed before
     */
    public boolean awaitSubscriber(Duration timeout) {
        return socket.awaitPeer(timeout);
    }

    /** Hands over what is queued, for as long as the builder said, and closes what the publisher opened itself. */
    @Override
    public void close() {
        end.run();
    }
}
