package zmq.util;

/** The code of the last error in the calling thread; every instance sees the same. Zero if there was none. */
public final class Errno {
    // An array of one, not an Integer: what a thread keeps must not keep the classes of this library, and setting must
    // not box.
    private static final ThreadLocal<int[]> CODE = ThreadLocal.withInitial(() -> new int[1]);

    public Errno() {}

    /** The calling thread's code. */
    public int get() {
        return CODE.get()[0];
    }

    /** Sets the calling thread's code. */
    public void set(int errno) {
        CODE.get()[0] = errno;
    }

    public boolean is(int err) {
        return get() == err;
    }

    @Override
    public String toString() {
        return "Errno[" + get() + "]";
    }
}
