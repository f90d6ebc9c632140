package org.zeromq;

public class ZLoop {

    public ZLoop(org.zeromq.ZMQ.Context arg0) {
        throw new UnsupportedOperationException();
    }

    public ZLoop(org.zeromq.ZContext arg0) {
        throw new UnsupportedOperationException();
    }

    public int addPoller(org.zeromq.ZMQ.PollItem arg0, org.zeromq.ZLoop.IZLoopHandler arg1, java.lang.Object arg2) {
        throw new UnsupportedOperationException();
    }

    public int addTimer(int arg0, int arg1, org.zeromq.ZLoop.IZLoopHandler arg2, java.lang.Object arg3) {
        throw new UnsupportedOperationException();
    }

    public void destroy() {
        throw new UnsupportedOperationException();
    }

    public void removePoller(org.zeromq.ZMQ.PollItem arg0) {
        throw new UnsupportedOperationException();
    }

    public int removeTimer(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public int start() {
        throw new UnsupportedOperationException();
    }

    public void verbose(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public interface IZLoopHandler {

        int handle(org.zeromq.ZLoop arg0, org.zeromq.ZMQ.PollItem arg1, java.lang.Object arg2);
    }
}
