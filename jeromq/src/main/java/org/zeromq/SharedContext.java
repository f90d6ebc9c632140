package org.zeromq;

import zmq.Ctx;
import zmq.SocketBase;

/**
 * The context of all {@link ZSocket}s, which are made without one and yet reach each other over inproc: so it must be static. It is
 * there as long as one of them is open, so that no thread is left when the last has closed. Safe for any thread.
 */
final class SharedContext {
    private static final Object LOCK = new Object();

    // ---- guarded by the lock

    private static Ctx context;
    private static int open;

    private SharedContext() {}

    static SocketBase socket(int type) {
        synchronized (LOCK) {
            Ctx used = context == null ? new Ctx() : context;
            SocketBase socket = used.createSocket(type);
            context = used;
            open++;
            return socket;
        }
    }

    /** Closes one of {@link #socket}, which must not be closed twice. */
    static void close(SocketBase socket) {
        socket.setSocketOpt(zmq.ZMQ.ZMQ_LINGER, 0);
        socket.close();
        Ctx left = null;
        synchronized (LOCK) {
            if (--open == 0) {
                left = context;
                context = null;
            }
        }
        if (left != null) {
            left.terminate();
        }
    }
}
