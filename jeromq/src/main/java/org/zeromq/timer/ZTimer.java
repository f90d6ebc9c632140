package org.zeromq.timer;

public final class ZTimer {

    public ZTimer() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.timer.ZTimer.Timer add(long arg0, org.zeromq.timer.TimerHandler arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public int execute() {
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
}
