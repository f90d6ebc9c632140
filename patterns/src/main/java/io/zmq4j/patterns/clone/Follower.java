package io.zmq4j.patterns.clone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Follows one server: a snapshot, and all updates after it. Clients do so, and passive servers. Pure: owned by one thread, time is what
 * it is told.
 *
 * <p>Snapshot and updates come by different connections. That nothing is missed between them is due to two rules. The snapshot is asked
 * for when something has come from the publisher: then it knows of the subscription, and what it publishes later comes here. And a
 * follower is for one connection to the publisher: what is published between two connections is lost.
 */
final class Follower {
    /** Most updates between the question for a snapshot and its end. */
    static final int MAX_HELD = 100_000;

    /**
     * <pre>
     *   LISTENING ── something is published ──▶ SYNCING ── the snapshot's end ──▶ FOLLOWING
     *                                             │  ▲                                │
     *                                             │  └──────── a gap ────────────────┘
     *                                             └── too much is published meanwhile: once more
     *   each of them ── silence, or the connection breaks ──▶ LOST
     * </pre>
     */
    enum State {
        LISTENING,
        SYNCING,
        FOLLOWING,
        LOST
    }

    /** What a follower does. Called in its thread, from within a call of its own. */
    interface Target {
        /** Ask for a snapshot, by a new connection: what comes by an older one is not wanted any more. */
        void ask();

        /** Ask once more, by the same connection. */
        void askAgain();

        /** The map is this now. */
        void replace(Store snapshot, long sequence);

        /** The next update. */
        void apply(KeyValue update);

        /** The server is silent, or does not answer. */
        void lost();
    }

    private final Target target;
    private final Supplier<Store> stores;
    private final long heartbeatNanos;
    private final long silenceNanos;
    private final boolean seesAll;
    private final List<KeyValue> held = new ArrayList<>();
    private State state = State.LISTENING;
    private Store snapshot;
    private long sequence;
    private long silentAt;
    private long askedAt;
    private long askAgainAt;

    private long syncs;
    private long gaps;

    /** Gaps since the last question. */
    private long missed;

    private long notKept;

    /**
     * @param seesAll whether it gets every update, so that their numbers have no gap
     * @param heartbeatNanos after how long without any of a snapshot it is asked for again
     * @param silenceNanos after how long without anything the server is taken for dead
     */
    Follower(Target target, Supplier<Store> stores, boolean seesAll, long heartbeatNanos, long silenceNanos, long now) {
        this.target = target;
        this.stores = stores;
        this.seesAll = seesAll;
        this.heartbeatNanos = heartbeatNanos;
        this.silenceNanos = silenceNanos;
        snapshot = stores.get();
        silentAt = now + silenceNanos;
    }

    State state() {
        return state;
    }

    /** Something was published: an update, or a HUGZ. */
    void published(KeyValue update, long now) {
        switch (state) {
            case LISTENING -> {
                ask(now);
                hold(update, now);
            }
            case SYNCING -> hold(update, now);
            case FOLLOWING -> {
                silentAt = now + silenceNanos;
                countGap(update);
                if (mayRepair(now)) {
                    ask(now);
                    hold(update, now);
                } else {
                    take(update);
                }
            }
            case LOST -> {}
        }
    }

    /** A publisher drops what a subscriber is too slow for. */
    private void countGap(KeyValue update) {
        if (seesAll && update.sequence() - sequence > 1) {
            gaps++;
            missed++;
        }
    }

    /** A server that leaves numbers out, as it may, is not asked for a snapshot again and again. */
    private boolean mayRepair(long now) {
        return missed > 0 && now - askedAt > silenceNanos;
    }

    private void hold(KeyValue update, long now) {
        if (update.key().equals(Chp.HUGZ)) {
            return;
        }
        if (held.size() >= MAX_HELD) {
            ask(now);
        }
        held.add(update);
    }

    private void ask(long now) {
        state = State.SYNCING;
        held.clear();
        missed = 0;
        snapshot = stores.get();
        askedAt = now;
        askAgainAt = now + heartbeatNanos;
        silentAt = now + silenceNanos;
        target.ask();
    }

    /** Something came in answer to the question for a snapshot. */
    void synced(KeyValue entry, long now) {
        if (state != State.SYNCING) {
            return;
        }
        silentAt = now + silenceNanos;
        askAgainAt = silentAt;
        if (!entry.key().equals(Chp.KTHXBAI)) {
            keep(entry);
            return;
        }
        state = State.FOLLOWING;
        syncs++;
        sequence = entry.sequence();
        target.replace(snapshot, sequence);
        snapshot = stores.get();
        held.forEach(this::take);
        held.clear();
    }

    private void keep(KeyValue entry) {
        if (!Chp.isKey(entry.key()) || !snapshot.apply(entry)) {
            notKept++;
        }
    }

    /** RFC 12, "Server-to-Client Updates": what has no higher number than the last is discarded. */
    private void take(KeyValue update) {
        if (update.sequence() > sequence && Chp.isKey(update.key())) {
            sequence = update.sequence();
            target.apply(update);
        }
    }

    /** The connection to the publisher is gone, and will not come back: the server is lost after a pause. */
    void broken(long now) {
        if (silentAt - now > heartbeatNanos && state != State.LOST) {
            silentAt = now + heartbeatNanos;
        }
    }

    /** Looks whether the server is silent, or has not answered. */
    void onTime(long now) {
        if (state == State.LOST) {
            return;
        }
        if (now - silentAt >= 0) {
            state = State.LOST;
            target.lost();
        } else if (state == State.SYNCING && now - askAgainAt >= 0) {
            askAgainAt = now + heartbeatNanos;
            target.askAgain();
        }
    }

    /** In how many nanoseconds {@link #onTime} is to be called at the latest. */
    long next(long now) {
        long next = Math.min(silentAt - now, heartbeatNanos);
        return state == State.SYNCING ? Math.min(next, askAgainAt - now) : next;
    }

    /** When the snapshot was asked for last. */
    long askedAt() {
        return askedAt;
    }

    long sequence() {
        return sequence;
    }

    long syncs() {
        return syncs;
    }

    long gaps() {
        return gaps;
    }

    /** Entries of snapshots for which there was no room. */
    long notKept() {
        return notKept;
    }
}
