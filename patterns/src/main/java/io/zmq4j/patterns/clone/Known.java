package io.zmq4j.patterns.clone;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The ids of the last updates that were applied, by which one that comes again is recognized. Pure: owned by one thread. */
final class Known {
    private final Set<UUID> ids = new LinkedHashSet<>();
    private final int most;

    Known(int most) {
        this.most = most;
    }

    void add(UUID id) {
        if (ids.add(id) && ids.size() > most) {
            Iterator<UUID> oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    boolean contains(UUID id) {
        return ids.contains(id);
    }
}
