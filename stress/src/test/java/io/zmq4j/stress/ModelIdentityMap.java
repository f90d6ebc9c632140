package io.zmq4j.stress;

import java.util.Comparator;
import java.util.TreeMap;

/** Stands for {@code IdentityHashMap}, whose order is by chance: here it follows from the trial's seed. */
public final class ModelIdentityMap<K, V> extends TreeMap<K, V> {
    private static final long serialVersionUID = 1;

    public ModelIdentityMap() {
        super(Comparator.comparingInt(Hooks::identityHashCode));
    }
}
