package io.zmq4j.patterns.clone;

import io.zmq4j.message.Frame;
import java.util.ArrayList;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** A client's copy of the map, or of a subtree of it. Changed by the client's agent, read by any thread. */
final class Replica {
    private final NavigableMap<String, Frame> values = new ConcurrentSkipListMap<>();
    private final String subtree;
    private final Consumer<CloneChange> onChange;
    private Store store;
    private long notKept;

    Replica(String subtree, Bounds bounds, Consumer<CloneChange> onChange) {
        this.subtree = subtree;
        this.onChange = onChange;
        store = new Store(bounds);
    }

    /** What any thread may read. */
    NavigableMap<String, Frame> values() {
        return values;
    }

    /** The map is another one: only what differs is a change. */
    void replace(Store snapshot) {
        store = snapshot;
        for (String key : new ArrayList<>(values.keySet())) {
            if (snapshot.get(key).isEmpty()) {
                delete(key);
            }
        }
        for (var entry : snapshot.all()) {
            if (entry.key().startsWith(subtree)) {
                set(entry);
            }
        }
    }

    void apply(KeyValue update) {
        // HUGZ is subscribed to as well, and keys may begin so.
        if (!update.key().startsWith(subtree)) {
            return;
        }
        if (!store.apply(update)) {
            notKept++;
        } else if (update.deletes()) {
            delete(update.key());
        } else {
            set(update);
        }
    }

    private void set(KeyValue update) {
        Frame before = values.put(update.key(), update.value());
        if (!update.value().equals(before)) {
            onChange.accept(new CloneChange(update.key(), update.value()));
        }
    }

    private void delete(String key) {
        if (values.remove(key) != null) {
            onChange.accept(new CloneChange(key, null));
        }
    }

    long bytes() {
        return store.bytes();
    }

    /** Updates for which there was no room. */
    long notKept() {
        return notKept;
    }
}
