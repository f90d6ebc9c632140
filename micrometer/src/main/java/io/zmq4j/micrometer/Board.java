package io.zmq4j.micrometer;

import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.snapshot.LoopSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A context's numbers by group, which a whole scrape reads from one snapshot. Safe for any thread. */
final class Board {
    /** How many groups have names of their own. */
    static final int MOST_GROUPS = 100;

    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    /** The name under which a context adds up what has ended beyond its own limit of names. */
    private static final String ENDED_OTHERS = "(others)";

    private final Supplier<ContextSnapshot> source;
    private final LongSupplier clock;
    private final @Nullable PeerBoard peers;

    // ---- guarded by this

    private final Set<Group> known = new HashSet<>();
    private @Nullable Reading last;
    private long takenAt;

    /**
     * @param clock in nanoseconds
     * @param peers what keeps the numbers of peers; null if nobody wants them
     */
    Board(Supplier<ContextSnapshot> source, LongSupplier clock, @Nullable PeerBoard peers) {
        this.source = source;
        this.clock = clock;
        this.peers = peers;
    }

    /**
     * The numbers of one moment.
     *
     * @param sums of each group that there ever was
     * @param peers of each peer that there ever was; empty if nobody wants them
     * @param loopsAlive how many loops have their thread
     * @param loopsDead how many have lost it
     * @param open how many sockets there are, with those that still hand over what they have
     */
    record Reading(
            Map<Group, Sums> sums,
            Map<PeerBoard.Label, PeerBoard.PeerSums> peers,
            long loopsAlive,
            long loopsDead,
            int open) {
        Sums of(Group group) {
            return sums.getOrDefault(group, Sums.NONE);
        }

        PeerBoard.PeerSums of(PeerBoard.Label label) {
            return peers.getOrDefault(label, PeerBoard.PeerSums.NONE);
        }
    }

    /** Not older than half a second. */
    synchronized Reading latest() {
        Reading reading = last;
        long now = clock.getAsLong();
        if (reading == null || now - takenAt >= FRESH_NANOS) {
            reading = read(source.get());
            last = reading;
            takenAt = now;
        }
        return reading;
    }

    private Reading read(ContextSnapshot snapshot) {
        Map<Group, Sums> sums = new HashMap<>();
        for (EndedSockets ended : snapshot.ended()) {
            sums(sums, ended.type(), ended.name()).add(ended);
        }
        for (SocketSnapshot socket : snapshot.sockets()) {
            sums(sums, socket.type(), socket.name()).add(socket);
        }
        if (peers != null) {
            snapshot.sockets().forEach(socket -> peers.see(group(socket.type(), socket.name()), socket));
            peers.forgetTheUnseen();
        }
        long alive = snapshot.loops().stream().filter(LoopSnapshot::alive).count();
        return new Reading(
                sums,
                peers == null ? Map.of() : peers.sums(),
                alive,
                snapshot.loops().size() - alive,
                snapshot.sockets().size());
    }

    private Sums sums(Map<Group, Sums> sums, String type, String name) {
        return sums.computeIfAbsent(group(type, name), group -> new Sums());
    }

    private Group group(String type, String name) {
        if (name.isEmpty()) {
            return new Group(type, Group.UNNAMED);
        }
        var group = new Group(type, name);
        boolean isOwn = !name.equals(ENDED_OTHERS) && (known.contains(group) || known.size() < MOST_GROUPS);
        if (!isOwn) {
            return new Group(type, Group.OTHER);
        }
        known.add(group);
        return group;
    }
}
