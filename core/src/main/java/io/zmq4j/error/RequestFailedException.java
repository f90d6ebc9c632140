package io.zmq4j.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request has no reply, for a {@link Reason}. The socket stays usable, and a reply that comes after all is thrown away and
 * counted. The server may have done what was asked all the same, unless the reason is one of {@link Reason#NO_PEER},
 * {@link Reason#REFUSED} and {@link Reason#BUSY} and it was tried once.
 */
public final class RequestFailedException extends ZmqException {
    private static final long serialVersionUID = 1L;

    /** Why there is no reply. */
    public enum Reason {
        /** A peer was asked and did not answer in time. */
        TIMEOUT("no reply came in time"),
        /** Nobody could be asked in time: no peer was connected, or none had room. */
        NO_PEER("nobody could be asked"),
        /** A peer was asked, and the connection broke before a reply came. */
        CONNECTION_LOST("the connection broke before a reply came"),
        /** Nobody could be asked, as the peer that was met last cannot be talked to: its socket type, or security. */
        REFUSED("nobody could be asked: the handshake was refused"),
        /** As many requests as may be are outstanding: nothing was sent. */
        BUSY("too many requests are outstanding"),
        /** The socket or its context was closed first. */
        CLOSED("the socket was closed");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final int tries;
    private final Duration elapsed;
    private final @Nullable String endpoint;
    private final @Nullable String lastError;

    /**
     * @param tries how often it was tried
     * @param elapsed since the call
     * @param endpoint where it was asked, or where somebody to ask was looked for last; null if nowhere
     * @param lastError what went wrong at the socket's endpoints last; null if nothing did
     * @param cause null if there is none
     */
    public RequestFailedException(
            Reason reason,
            int tries,
            Duration elapsed,
            @Nullable String endpoint,
            @Nullable String lastError,
            @Nullable Throwable cause) {
        super(sentence(reason, tries, elapsed, endpoint, lastError), cause);
        this.reason = reason;
        this.tries = tries;
        this.elapsed = elapsed;
        this.endpoint = endpoint;
        this.lastError = lastError;
    }

    private static String sentence(
            Reason reason, int tries, Duration elapsed, @Nullable String endpoint, @Nullable String lastError) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(elapsed, "elapsed");
        return reason.sentence
                + (endpoint == null ? "" : "; " + endpoint)
                + (lastError == null ? "" : ": " + lastError)
                + "; " + tries + (tries == 1 ? " try, " : " tries, ")
                + text(elapsed);
    }

    private static String text(Duration elapsed) {
        long seconds = elapsed.toSeconds();
        return seconds >= 0 && seconds < 10 ? elapsed.toMillis() + " ms" : seconds + " s";
    }

    public Reason reason() {
        return reason;
    }

    /** How often the request was tried: sent, or waited with for somebody to send it to. */
    public int tries() {
        return tries;
    }

    /** Since the call. */
    public Duration elapsed() {
        return elapsed;
    }

    /** Where it was asked, or where somebody to ask was looked for last, as it was bound or connected; empty if nowhere. */
    public Optional<String> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    /** What went wrong last at one of the socket's endpoints and has not been made good, such as a refused connection. */
    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }
}
