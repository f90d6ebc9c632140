package zmq.util;

public class ValueReference<V> {

    public ValueReference(V arg0) {
        throw new UnsupportedOperationException();
    }

    public ValueReference() {
        throw new UnsupportedOperationException();
    }

    public final V get() {
        throw new UnsupportedOperationException();
    }

    public final void set(V arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }
}
