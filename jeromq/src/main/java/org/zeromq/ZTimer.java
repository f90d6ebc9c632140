package org.zeromq;

public final class ZTimer {

    public ZTimer() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZTimer.Timer add(long arg0, org.zeromq.ZTimer.Handler arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public boolean cancel(org.zeromq.ZTimer.Timer arg0) {
        throw new UnsupportedOperationException();
    }

    public int execute() {
        throw new UnsupportedOperationException();
    }

    public boolean reset(org.zeromq.ZTimer.Timer arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean setInterval(org.zeromq.ZTimer.Timer arg0, long arg1) {
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
    }

    public interface Handler extends org.zeromq.timer.TimerHandler {
    }
}
