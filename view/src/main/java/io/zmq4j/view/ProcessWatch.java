package io.zmq4j.view;

import io.zmq4j.snapshot.ContextSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link Watch} for each context of a process; one that is closed is forgotten. Used by one thread at a time. */
public final class ProcessWatch {
    private final int capacity;
    private Map<Integer, Watch> watches = new HashMap<>();

    /**
     * @param capacity how many samples a history has at most
     */
    public ProcessWatch(int capacity) {
        this.capacity = capacity;
    }

    /** Takes the next snapshots of all contexts. */
    public List<WatchedContext> add(List<ContextSnapshot> now) {
        var next = new HashMap<Integer, Watch>();
        var watched = new ArrayList<WatchedContext>();
        for (var context : now) {
            var watch = watches.getOrDefault(context.number(), new Watch(capacity));
            next.put(context.number(), watch);
            watched.add(watch.add(context));
        }
        watches = next;
        return List.copyOf(watched);
    }
}
