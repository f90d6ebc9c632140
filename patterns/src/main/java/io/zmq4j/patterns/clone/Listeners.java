package io.zmq4j.patterns.clone;

import io.zmq4j.event.Registration;
import io.zmq4j.patterns.agent.Serial;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to hear of changes. Each is told in order, in the JDK's common pool. Safe for any thread. */
final class Listeners {
    /** Most changes that wait to be told. */
    private static final int MAX_CHANGES = 100_000;

    private record Listener(String prefix, Consumer<? super CloneChange> action) {}

    private final Serial calls = new Serial(MAX_CHANGES);
    private final List<Listener> all = new CopyOnWriteArrayList<>();

    /** From now on, of keys that begin so, until that is closed. */
    Registration add(String prefix, Consumer<? super CloneChange> action) {
        var listener = new Listener(prefix, action);
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell(CloneChange change) {
        for (var listener : all) {
            if (change.key().startsWith(listener.prefix)) {
                calls.run(() -> listener.action.accept(change));
            }
        }
    }

    /** Changes that were not told, as too many waited. */
    long dropped() {
        return calls.dropped();
    }
}
