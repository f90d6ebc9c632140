package io.zmq4j.snapshot;

import io.zmq4j.event.SocketEvent;
import java.time.Instant;
import java.util.Objects;

/**
 * An event that a context remembers for a while.
 *
 * @param number which of the context's events it is, from 1: who looks again knows by it what is new
 * @param at by the wall clock
 * @param socketId of the socket that it happened to
 * @param socket that socket's title, as it may be closed
 * @param event what happened
 */
public record LoggedEvent(long number, Instant at, long socketId, String socket, SocketEvent event) {
    public LoggedEvent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(socket, "socket");
        Objects.requireNonNull(event, "event");
    }
}
