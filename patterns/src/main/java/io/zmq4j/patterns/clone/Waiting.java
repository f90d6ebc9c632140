package io.zmq4j.patterns.clone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The updates that a passive server has from clients and not yet from the active one: what it has to make up for when it takes
 * over. Within bounds, and for a time: what the active one has not published by then, it has refused. Pure: owned by one thread.
 */
final class Waiting {
    private record Held(KeyValue update, long at) {}

    private final Map<UUID, Held> held = new LinkedHashMap<>();
    private final Bounds bounds;
    private long bytes;

    Waiting(Bounds bounds) {
        this.bounds = bounds;
    }

    /** False if there is no room for it. */
    boolean add(UUID id, KeyValue update, long now) {
        if (held.containsKey(id)) {
            return true;
        }
        if (held.size() >= bounds.entries() || bytes + update.cost() > bounds.bytes()) {
            return false;
        }
        held.put(id, new Held(update, now));
        bytes += update.cost();
        return true;
    }

    void remove(UUID id) {
        Held gone = held.remove(id);
        if (gone != null) {
            bytes -= gone.update.cost();
        }
    }

    /** Lets go of what came before a moment. */
    void forgetBefore(long moment) {
        var each = held.values().iterator();
        while (each.hasNext()) {
            Held oldest = each.next();
            if (oldest.at - moment >= 0) {
                return;
            }
            each.remove();
            bytes -= oldest.update.cost();
        }
    }

    /** All of them, in the order in which they came, and has none any more. */
    List<KeyValue> takeAll() {
        var all = new ArrayList<KeyValue>(held.size());
        held.values().forEach(one -> all.add(one.update));
        held.clear();
        bytes = 0;
        return all;
    }

    int size() {
        return held.size();
    }
}
