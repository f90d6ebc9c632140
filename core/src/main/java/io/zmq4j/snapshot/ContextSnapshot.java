package io.zmq4j.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A context at a moment. Counters only grow as long as the context lives; a rate is the difference of two snapshots over that of
 * their {@code takenAt}. To look changes nothing.
 *
 * @param name as the context was given it
 * @param number which of the contexts of this process it is, in the order in which they were made, from 1
 * @param version of this library
 * @param pid of the process
 * @param takenAt by the wall clock
 * @param age since the context was made, by a clock that nobody sets
 * @param loops those that have been started
 * @param sockets those that are open, or closed and still handing messages over, in the order in which they were opened; without those
 *     that the library opened for itself
 * @param ended what those that are closed, and have handed everything over, came to: one for each type and name
 * @param events the last 256 events of all sockets, of tries to connect that fail one after the other the first and the last alone, the oldest first
 */
public record ContextSnapshot(
        String name,
        int number,
        String version,
        long pid,
        Instant takenAt,
        Duration age,
        List<LoopSnapshot> loops,
        List<SocketSnapshot> sockets,
        List<EndedSockets> ended,
        List<LoggedEvent> events) {
    /** The form that {@link #toJson} gives; it changes when a name or a meaning does, not when something is added. */
    public static final int SCHEMA = 1;

    public ContextSnapshot {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(age, "age");
        loops = List.copyOf(Objects.requireNonNull(loops, "loops"));
        sockets = List.copyOf(Objects.requireNonNull(sockets, "sockets"));
        ended = List.copyOf(Objects.requireNonNull(ended, "ended"));
        events = List.copyOf(Objects.requireNonNull(events, "events"));
    }

    /** As a JSON object, which docs/statistics.md describes. Without secrets: of {@code SECURITY} only what it is called. */
    public String toJson() {
        return new SnapshotJson().context(this);
    }
}
