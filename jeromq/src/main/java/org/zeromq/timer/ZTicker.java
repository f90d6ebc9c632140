package org.zeromq.timer;

public final class ZTicker {

    public ZTicker() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.timer.ZTicket.Ticket addTicket(long arg0, org.zeromq.timer.TimerHandler arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.timer.ZTimer.Timer addTimer(long arg0, org.zeromq.timer.TimerHandler arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public int execute() {
        throw new UnsupportedOperationException();
    }

    public long timeout() {
        throw new UnsupportedOperationException();
    }
}
