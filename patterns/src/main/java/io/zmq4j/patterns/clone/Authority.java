package io.zmq4j.patterns.clone;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What a server knows and decides: it gives every update its number. Pure: owned by one thread, time is what it is told, and what is
 * to be published goes to whoever it was made with.
 *
 * <p>A server that serves applies what clients send. One that does not holds it back, and applies what the active server publishes;
 * when it begins to serve, it applies what it still holds. So an update is known by its id wherever it comes from first.
 */
final class Authority {
    /** How many ids are remembered. */
    private static final int KNOWN = 100_000;

    /** How long a passive server waits for the active one to publish what it has heard itself. */
    static final long HELD_NANOS = 30_000_000_000L;

    /**
     * <pre>
     *   FOLLOWING ── serve ──▶ SERVING ── stop ──▶ STOPPED
     * </pre>
     */
    enum Mode {
        FOLLOWING,
        SERVING,
        STOPPED
    }

    private final Bounds bounds;
    private final Consumer<KeyValue> publisher;
    private final Known known = new Known(KNOWN);
    private final Waiting waiting;
    private final Expiries expiries = new Expiries();
    private Mode mode = Mode.FOLLOWING;
    private Store store;
    private long sequence;
    private long applied;
    private long refused;
    private long malformed;
    private long repeated;

    /** @param publisher is given what all clients are to be told */
    Authority(Bounds bounds, Consumer<KeyValue> publisher) {
        this.bounds = bounds;
        this.publisher = publisher;
        waiting = new Waiting(bounds);
        store = new Store(bounds);
    }

    Mode mode() {
        return mode;
    }

    /** Serves from now on. What it still holds of clients' updates is applied and published. */
    void serve(long now) {
        if (mode != Mode.FOLLOWING) {
            return;
        }
        mode = Mode.SERVING;
        waiting.takeAll().forEach(update -> publish(update, now));
    }

    /** Does nothing any more: two servers have served. */
    void stop() {
        mode = Mode.STOPPED;
        waiting.takeAll();
    }

    /** A client's update, RFC 12 KVSET. */
    void collect(Message message, long now) {
        Optional<KeyValue> read = KeyValue.of(message, 0).filter(Authority::isUpdate);
        if (read.isEmpty()) {
            malformed++;
            return;
        }
        KeyValue update = read.get();
        Optional<UUID> id = update.id();
        boolean isRepeated = id.filter(known::contains).isPresent();
        switch (mode) {
            case SERVING -> {
                if (isRepeated) {
                    sayAgain(update);
                } else {
                    publish(update, now);
                }
            }
            case FOLLOWING -> {
                // Without an id nobody could tell that it is the one that the active server publishes.
                if (!isRepeated && (id.isEmpty() || !waiting.add(id.get(), update, now))) {
                    refused++;
                }
            }
            case STOPPED -> refused++;
        }
    }

    private static boolean isUpdate(KeyValue update) {
        try {
            TimeToLive.of(update.properties());
            return Chp.isKey(update.key());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void publish(KeyValue update, long now) {
        if (!store.apply(update.withSequence(sequence + 1))) {
            refused++;
            return;
        }
        sequence++;
        applied++;
        note(update, now);
        publisher.accept(update.withSequence(sequence));
    }

    private void note(KeyValue update, long now) {
        update.id().ifPresent(known::add);
        Duration timeToLive = TimeToLive.of(update.properties());
        if (update.deletes() || timeToLive.isZero()) {
            expiries.forget(update.key());
        } else {
            expiries.set(update.key(), now + timeToLive.toNanos());
        }
    }

    /**
     * A client sends an update again because it has not seen it published. It must not be applied again, as the key may have another
     * value by now; so what the key has is published under that update's id.
     */
    private void sayAgain(KeyValue update) {
        repeated++;
        sequence++;
        KeyValue current = store.get(update.key())
                .orElse(new KeyValue(update.key(), 0, KeyValue.NONE, KeyValue.NONE, KeyValue.NONE))
                .withSequence(sequence);
        publisher.accept(current.withUuid(update.uuid()));
    }

    /** What the active server has published, and what the map has become by it. */
    void mirror(KeyValue update, long now) {
        if (mode != Mode.FOLLOWING || !isUpdate(update)) {
            return;
        }
        sequence = Math.max(sequence, update.sequence());
        update.id().ifPresent(waiting::remove);
        if (store.apply(update)) {
            applied++;
            note(update, now);
        } else {
            refused++;
        }
    }

    /**
     * All that the active server had.
     *
     * @param heldBefore clients' updates that came before this moment are in it, or were refused there
     */
    void mirror(Store snapshot, long number, long heldBefore, long now) {
        if (mode != Mode.FOLLOWING) {
            return;
        }
        store = snapshot;
        sequence = number;
        expiries.clear();
        for (var entry : snapshot.all()) {
            entry.id().ifPresent(waiting::remove);
            if (isUpdate(entry)) {
                note(entry, now);
            }
        }
        waiting.forgetBefore(heldBefore);
    }

    /** Deletes what has outlived its time, as far as this server serves; lets go of what the active one has refused. */
    void onTime(long now) {
        switch (mode) {
            case SERVING -> {
                for (String key; (key = expiries.due(now)) != null; ) {
                    publish(new KeyValue(key, 0, KeyValue.NONE, KeyValue.NONE, KeyValue.NONE), now);
                }
            }
            case FOLLOWING, STOPPED -> {}
        }
    }

    /** The active server lives, and has published what it was going to. */
    void forgetRefused(long now) {
        waiting.forgetBefore(now - HELD_NANOS);
    }

    /** In how many nanoseconds {@link #onTime} has something to do. */
    long next(long now) {
        return mode == Mode.SERVING ? expiries.next(now) : Long.MAX_VALUE;
    }

    /** For a client, RFC 12 KVSYNC and KTHXBAI. */
    Snapshot snapshot(Frame subtree) {
        List<KeyValue> entries =
                KeyValue.text(subtree.buffer()).map(store::within).orElse(List.of());
        return new Snapshot(entries, false, Chp.end(sequence, subtree));
    }

    /** For the passive server: with ids, and how long each still has to live. */
    Snapshot mirrorOf(long now) {
        List<KeyValue> entries = store.within("");
        entries.replaceAll(entry -> {
            Long remaining = expiries.remaining(entry.key(), now);
            return remaining == null
                    ? entry
                    : entry.withProperties(TimeToLive.properties(Duration.ofNanos(Math.max(1, remaining))));
        });
        return new Snapshot(entries, true, Chp.end(sequence, KeyValue.NONE));
    }

    long sequence() {
        return sequence;
    }

    int entries() {
        return store.size();
    }

    long bytes() {
        return store.bytes();
    }

    int ephemeral() {
        return expiries.size();
    }

    int held() {
        return waiting.size();
    }

    long applied() {
        return applied;
    }

    long refused() {
        return refused;
    }

    long malformed() {
        return malformed;
    }

    long repeated() {
        return repeated;
    }

    /** Room for a snapshot of another server's. */
    Store emptyStore() {
        return new Store(bounds);
    }
}
