package org.zeromq;

/** Two sockets that are connected. */
public final class InprocPair implements AutoCloseable {
    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket left = context.socket(SocketType.PAIR);
    private final ZMQ.Socket right = context.socket(SocketType.PAIR);

    public InprocPair() {
        left.bind("inproc://pair");
        right.connect("inproc://pair");
        right.setReceiveTimeOut(20_000);
    }

    public ZMQ.Socket left() {
        return left;
    }

    public ZMQ.Socket right() {
        return right;
    }

    @Override
    public void close() {
        left.close();
        right.close();
        context.close();
    }
}
