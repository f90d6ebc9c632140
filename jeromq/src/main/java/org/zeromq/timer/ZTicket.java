package org.zeromq.timer;

public final class ZTicket {

    public ZTicket() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.timer.ZTicket.Ticket add(long arg0, org.zeromq.timer.TimerHandler arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public int execute() {
        throw new UnsupportedOperationException();
    }

    public long timeout() {
        throw new UnsupportedOperationException();
    }

    public static final class Ticket implements java.lang.Comparable<org.zeromq.timer.ZTicket.Ticket> {

        Ticket() {}

        public boolean cancel() {
            throw new UnsupportedOperationException();
        }

        public int compareTo(org.zeromq.timer.ZTicket.Ticket arg0) {
            throw new UnsupportedOperationException();
        }

        public void reset() {
            throw new UnsupportedOperationException();
        }

        public void setDelay(long arg0) {
            throw new UnsupportedOperationException();
        }
    }
}
