package io.zmq4j.socket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The contexts of this JVM that are not closed: for what comes from outside and has none at hand, as a viewer does that attaches.
 * The one thing that contexts share. It keeps none of them alive, and where nobody watches a change costs the look whether somebody
 * does. Safe for any thread.
 */
public final class LiveContexts {
    /** Tells, to whoever reads the properties of this JVM, that there is something to see. */
    private static final String VERSION_PROPERTY = "io.zmq4j.version";

    private static final Set<ContextCore> LIVE = Collections.newSetFromMap(new WeakHashMap<>());
    private static final List<Consumer<ContextCore>> WATCHERS = new CopyOnWriteArrayList<>();

    private LiveContexts() {}

    static void add(ContextCore made) {
        synchronized (LIVE) {
            LIVE.add(made);
        }
        try {
            System.setProperty(VERSION_PROPERTY, Version.current());
        } catch (SecurityException e) {
            // Then nobody sees it; everything else works.
        }
        tell(made);
    }

    static void remove(ContextCore closed) {
        synchronized (LIVE) {
            LIVE.remove(closed);
        }
        tell(closed);
    }

    /** Whether it is not closed, or closing still goes on. */
    public static boolean isLive(ContextCore context) {
        synchronized (LIVE) {
            return LIVE.contains(context);
        }
    }

    /** In the order in which they were made. */
    public static List<ContextCore> all() {
        List<ContextCore> all;
        synchronized (LIVE) {
            all = new ArrayList<>(LIVE);
        }
        all.sort(Comparator.comparingInt(ContextCore::number));
        return all;
    }

    /**
     * From now on it is told of a context that is made or closed, by the thread that does, and of one whose sockets are others or have
     * other names, by one of the context's. It throws nothing.
     */
    public static void watch(Consumer<ContextCore> watcher) {
        WATCHERS.add(watcher);
    }

    public static void unwatch(Consumer<ContextCore> watcher) {
        WATCHERS.remove(watcher);
    }

    static boolean isWatched() {
        return !WATCHERS.isEmpty();
    }

    static void tell(ContextCore changed) {
        WATCHERS.forEach(each -> each.accept(changed));
    }
}
