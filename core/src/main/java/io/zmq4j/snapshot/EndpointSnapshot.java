package io.zmq4j.snapshot;

import io.zmq4j.event.EndpointState;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a socket at a moment.
 *
 * @param uri with the real port or path
 * @param bound whether it is bound; else it is connected
 * @param state how it stands
 * @param peers how many are there through it, their handshake complete
 * @param lastError why the last try failed; null if none has since the connection was there
 * @param nextTry how long until the next try; null if none is planned
 */
public record EndpointSnapshot(
        String uri,
        boolean bound,
        EndpointState state,
        int peers,
        @Nullable String lastError,
        @Nullable Duration nextTry) {

    public EndpointSnapshot {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(state, "state");
    }
}
