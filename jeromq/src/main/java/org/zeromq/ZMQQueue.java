package org.zeromq;

public class ZMQQueue implements java.lang.Runnable {

    public ZMQQueue(org.zeromq.ZMQ.Context arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZMQ.Socket arg2) {
        throw new UnsupportedOperationException();
    }

    public void run() {
        throw new UnsupportedOperationException();
    }
}
