package org.zeromq;

/** Passes messages between two sockets, as {@link ZMQ#proxy}, in whatever thread runs it; ends with its sockets or context. */
public class ZMQQueue implements Runnable {
    private final ZMQ.Socket in;
    private final ZMQ.Socket out;

    /** The context is not used: the sockets know theirs. */
    public ZMQQueue(ZMQ.Context context, ZMQ.Socket inSocket, ZMQ.Socket outSocket) {
        in = inSocket;
        out = outSocket;
    }

    @Override
    public void run() {
        ZMQ.proxy(in, out, null);
    }
}
