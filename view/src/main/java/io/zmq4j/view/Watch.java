package io.zmq4j.view;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.health.Diagnosis;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.view.Rates.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes rates, findings and a history of the successive snapshots of one context. Time is that of the snapshots; nothing here has a clock. A
 * snapshot of another process, or of a context that is younger than it was, begins anew. Used by one thread at a time.
 */
public final class Watch {
    /** Sockets beyond these have rates and no history. */
    private static final int MAX_HISTORIES = 1000;

    private final int capacity;
    private @Nullable ContextSnapshot last;
    private Rates rates = Rates.NONE;
    private History history;
    private Diagnosis diagnosis = new Diagnosis();
    private Map<Long, SocketMemory> sockets = new HashMap<>();

    /** What is remembered of a socket. */
    private record SocketMemory(
            Counts counts, Rates rates, @Nullable History history, Map<String, PeerMemory> peers) {}

    private record PeerMemory(Counts counts, Rates rates) {}

    /**
     * @param capacity how many samples a history has at most
     */
    public Watch(int capacity) {
        this.capacity = capacity;
        history = new History(capacity);
    }

    /** Takes the next snapshot. */
    public WatchedContext add(ContextSnapshot now) {
        if (last != null && isAnother(last, now)) {
            last = null;
            rates = Rates.NONE;
            history = new History(capacity);
            diagnosis = new Diagnosis();
            sockets = new HashMap<>();
        }
        var totals = Totals.of(now);
        var time = last == null ? Duration.ZERO : now.age().minus(last.age());
        var counts = new Counts(totals.traffic(), totals.drops());
        if (last != null && !time.isZero()) {
            var before = Totals.of(last);
            rates = Rates.between(new Counts(before.traffic(), before.drops()), counts, time);
        }
        history.add(sample(now, rates, counts));
        var watched = sockets(now, time);
        last = now;
        return new WatchedContext(now, totals, rates, diagnosis.look(now), history.samples(), watched);
    }

    private static boolean isAnother(ContextSnapshot last, ContextSnapshot now) {
        return last.pid() != now.pid()
                || last.number() != now.number()
                || now.age().compareTo(last.age()) < 0;
    }

    private List<WatchedSocket> sockets(ContextSnapshot now, Duration time) {
        var next = new HashMap<Long, SocketMemory>();
        var watched = new ArrayList<WatchedSocket>();
        for (var socket : now.sockets()) {
            var before = sockets.get(socket.id());
            var statistics = socket.statistics();
            var counts = new Counts(statistics.traffic(), statistics.drops());
            var passes = before == null ? Rates.NONE : rates(before.counts, before.rates, counts, time);
            var past = before == null && next.size() < MAX_HISTORIES
                    ? new History(capacity)
                    : before == null ? null : before.history;
            if (past != null) {
                past.add(sample(now, passes, counts));
            }
            var memory = new SocketMemory(counts, passes, past, new HashMap<>());
            var peers = peers(socket, before, memory, time);
            next.put(socket.id(), memory);
            watched.add(new WatchedSocket(socket, passes, peers, past == null ? List.of() : past.samples()));
        }
        sockets = next;
        return watched;
    }

    private static List<WatchedPeer> peers(
            SocketSnapshot socket, @Nullable SocketMemory before, SocketMemory memory, Duration time) {
        var all = socket.statistics().peers();
        var keys = new HashMap<String, Integer>();
        all.forEach(peer -> keys.merge(key(peer), 1, Integer::sum));
        var watched = new ArrayList<WatchedPeer>();
        for (var peer : all) {
            var key = key(peer);
            if (keys.getOrDefault(key, 0) > 1) {
                watched.add(new WatchedPeer(peer, Rates.NONE));
                continue;
            }
            var counts = new Counts(peer.traffic(), 0);
            var past = before == null ? null : before.peers.get(key);
            var passes = past == null ? Rates.NONE : rates(past.counts, past.rates, counts, time);
            memory.peers.put(key, new PeerMemory(counts, passes));
            watched.add(new WatchedPeer(peer, passes));
        }
        return watched;
    }

    /** By what a peer is known again: it has no number. */
    private static String key(PeerStatistics peer) {
        return peer.endpoint() + '\n' + peer.address() + '\n' + HexFormat.of().formatHex(peer.routingId());
    }

    /** The rates that were, if it is the same snapshot again. */
    private static Rates rates(Counts before, Rates rates, Counts now, Duration time) {
        return time.isZero() ? rates : Rates.between(before, now, time);
    }

    private static Sample sample(ContextSnapshot now, Rates rates, Counts counts) {
        return new Sample(
                now.takenAt(),
                rates,
                counts.traffic().queuedIn(),
                counts.traffic().queuedOut(),
                counts.drops());
    }
}
