package zmq.util;

import java.util.Objects;

/** Holds a value, so that a method can give a second one back. Not safe for several threads. */
public class ValueReference<V> {
    private V value;

    /** With null. */
    public ValueReference() {}

    public ValueReference(V value) {
        this.value = value;
    }

    public final V get() {
        return value;
    }

    public final void set(V value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return Objects.toString(value);
    }
}
