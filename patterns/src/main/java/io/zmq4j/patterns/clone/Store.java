package io.zmq4j.patterns.clone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The entries of a map, within bounds. Pure: owned by one thread. */
final class Store {
    private final NavigableMap<String, KeyValue> entries = new TreeMap<>();
    private final Bounds bounds;
    private long bytes;

    Store(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Sets or deletes a key.
     *
     * @return false if it was not set, as there are as many entries or bytes as may be; the entry before stays
     */
    boolean apply(KeyValue update) {
        KeyValue before = entries.get(update.key());
        long freed = before == null ? 0 : before.cost();
        if (update.deletes()) {
            entries.remove(update.key());
            bytes -= freed;
            return true;
        }
        if ((before == null && entries.size() >= bounds.entries()) || bytes - freed + update.cost() > bounds.bytes()) {
            return false;
        }
        entries.put(update.key(), update);
        bytes += update.cost() - freed;
        return true;
    }

    Optional<KeyValue> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** A copy of those whose key begins so, in the order of their keys. */
    List<KeyValue> within(String subtree) {
        var found = new ArrayList<KeyValue>();
        for (var entry : entries.tailMap(subtree, true).values()) {
            if (!entry.key().startsWith(subtree)) {
                break;
            }
            found.add(entry);
        }
        return found;
    }

    Collection<KeyValue> all() {
        return entries.values();
    }

    int size() {
        return entries.size();
    }

    long bytes() {
        return bytes;
    }
}
