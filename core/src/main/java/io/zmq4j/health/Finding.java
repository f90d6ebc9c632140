package io.zmq4j.health;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a context.
 *
 * @param kind what is wrong
 * @param severity how bad it is
 * @param socketId of the socket that has it; 0 if it is the whole context's, as {@link Kind#LOOP_DEAD}
 * @param socket that socket's title, or the context's name
 * @param where the endpoint, the peer's address, or the loop; null if it is no one place
 * @param since how long it has lasted at least: nobody may have looked before
 * @param sentence for people: what is wrong, where, for how long, and why if that is known
 */
public record Finding(
        Kind kind,
        Severity severity,
        long socketId,
        String socket,
        @Nullable String where,
        Duration since,
        String sentence) {

    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(socket, "socket");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** What may be wrong. */
    public enum Kind {
        /**
         * A connected endpoint is not there: its tries fail, its peer is the wrong one, or it was given up. Or a bound one keeps
         * peers out that are set up for something else.
         */
        ENDPOINT_FAILING,
        /** A bound socket that sends to whoever is there has nobody. */
        NO_PEERS,
        /** The queue to or from a peer reached its high-water mark, and has not been seen half empty since. */
        QUEUE_FULL,
        /** The socket drops messages. */
        DROPPING,
        /** The thread of an I/O loop has ended: its sockets are served only while the application waits at them. */
        LOOP_DEAD
    }

    /** How bad it is. */
    public enum Severity {
        /** Something is slower or less than it should be. */
        WARNING,
        /** The socket, or the context, cannot do what it is for until this ends. */
        ERROR
    }
}
