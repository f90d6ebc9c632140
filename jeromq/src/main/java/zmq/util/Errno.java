package zmq.util;

public final class Errno {

    public Errno() {
        throw new UnsupportedOperationException();
    }

    public int get() {
        throw new UnsupportedOperationException();
    }

    public boolean is(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void set(int arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }
}
