package io.zmq4j.socket;

import io.zmq4j.event.EndpointState;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.Standing;
import io.zmq4j.transport.spi.Use;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An endpoint that a socket was bound or connected to. Safe for any thread. */
public final class Attached {
    private final Endpoints owner;
    private final Use use;
    private final String text;
    private final String real;
    private final int port;
    private final OpenEndpoint endpoint;
    private final Standing standing;

    /**
     * @param text as it was given
     * @param real with the real port or path
     * @param port -1 if it has none
     */
    Attached(Endpoints owner, Use use, String text, String real, int port, OpenEndpoint endpoint) {
        this.owner = owner;
        this.use = use;
        this.text = text;
        this.real = real;
        this.port = port;
        this.endpoint = endpoint;
        this.standing = endpoint.standing();
    }

    boolean is(Use wanted, String name) {
        return use == wanted && (text.equals(name) || real.equals(name));
    }

    boolean isBound() {
        return use == Use.BIND;
    }

    OpenEndpoint endpoint() {
        return endpoint;
    }

    /** With the real port or path. */
    public String uri() {
        return real;
    }

    /** On which it listens; -1 if there is no such thing. */
    public int port() {
        return port;
    }

    public EndpointState state() {
        return standing.state();
    }

    public Optional<String> lastError() {
        return Optional.ofNullable(standing.lastError());
    }

    public int peerCount() {
        return standing.peerCount();
    }

    /** How long until it is tried again; empty if no try is planned. */
    public Optional<Duration> nextTry() {
        long nanos = standing.untilNextTry();
        return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    EndpointSnapshot snapshot() {
        return new EndpointSnapshot(
                real,
                use == Use.BIND,
                state(),
                peerCount(),
                standing.lastError(),
                nextTry().orElse(null));
    }

    /** False if the time passed, or as soon as the endpoint is closed or given up. */
    public boolean awaitPeer(Duration timeout) {
        return owner.socket().awaitPeer(this, timeout);
    }

    /** What a wait for its peer came to; null if it goes on. */
    @Nullable
    Boolean outcome() {
        if (standing.isOver()) {
            return Boolean.FALSE;
        }
        return standing.peerCount() > 0 ? Boolean.TRUE : null;
    }

    /** Gives it up, as unbind and disconnect do; without effect if it was given up before. */
    public void close() {
        owner.close(this);
    }

    /** What keeps its socket from counting as lost; null if it is lost. */
    public @Nullable Object lifeline() {
        return owner.socket().lifeline();
    }

    /** For people: how it came about, where, and how it stands. */
    @Override
    public String toString() {
        String place = (use == Use.BIND ? "bound " : "connected ") + real;
        EndpointState state = standing.state();
        String error = lastError().map(why -> ": " + why).orElse("");
        return switch (state) {
            case LISTENING -> place + " → " + peers(standing.peerCount()) + error;
            case CONNECTED -> standing.peerCount() == 1 ? place : place + " → " + peers(standing.peerCount());
            case WAITING ->
                place + " WAITING" + nextTry().map(Attached::seconds).orElse("") + error;
            case CONNECTING, GIVEN_UP, CLOSED -> place + " " + state + error;
        };
    }

    private static String peers(int count) {
        return count + (count == 1 ? " peer" : " peers");
    }

    private static String seconds(Duration wait) {
        double seconds = wait.toMillis() / 1000.0;
        return String.format(Locale.ROOT, seconds < 10 ? " %.1f s" : " %.0f s", seconds);
    }
}
