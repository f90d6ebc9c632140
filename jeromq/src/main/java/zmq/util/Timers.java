package zmq.util;

public final class Timers {

    public Timers() {
        throw new UnsupportedOperationException();
    }

    public Timers(zmq.util.function.Supplier<java.lang.Long> arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.util.Timers.Timer add(long arg0, zmq.util.Timers.Handler arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public boolean cancel(zmq.util.Timers.Timer arg0) {
        throw new UnsupportedOperationException();
    }

    public int execute() {
        throw new UnsupportedOperationException();
    }

    public boolean reset(zmq.util.Timers.Timer arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean setInterval(zmq.util.Timers.Timer arg0, long arg1) {
        throw new UnsupportedOperationException();
    }

    public int sleepAndExecute() {
        throw new UnsupportedOperationException();
    }

    public long timeout() {
        throw new UnsupportedOperationException();
    }

    public static final class Timer {

        Timer() {}

        public boolean cancel() {
            throw new UnsupportedOperationException();
        }

        public boolean reset() {
            throw new UnsupportedOperationException();
        }

        public boolean setInterval(long arg0) {
            throw new UnsupportedOperationException();
        }
    }

    public interface Handler {

        void time(java.lang.Object... arg0);
    }
}
