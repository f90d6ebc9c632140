package org.zeromq;

import org.zeromq.ZMQ.Socket;
import org.zeromq.ZProxy.Plug;

/**
 * One of the two ways through a proxy. It waits for one thing at a time: a message at the source; then, for the pump that is known to send
 * it on, room at the destination and room at the capture. So a side that does not take messages makes the other one wait, and not the
 * thread, which goes on to obey.
 */
final class ProxyDirection {
    private final ZProxy.Pump pump;
    private final Plug from;
    private final Socket source;
    private final Socket capture;
    private final Plug to;
    private final Socket destination;

    /** What it waits for: this event of this socket. */
    private Socket awaited;

    private int event;

    /** A way through the proxy; capture is null for none. */
    ProxyDirection(ZProxy.Pump pump, Plug from, Socket source, Socket capture, Plug to, Socket destination) {
        this.pump = pump;
        this.from = from;
        this.source = source;
        this.capture = capture;
        this.to = to;
        this.destination = destination;
        await(source, ZPoller.POLLIN);
    }

    private void await(Socket socket, int what) {
        awaited = socket;
        event = what;
    }

    /** The event of this socket that it waits for; 0 for none. */
    int awaitedOf(Socket socket) {
        return socket == awaited ? event : 0;
    }

    /** Moves a message if that is possible without waiting; false if the pump wants the proxy's end. */
    boolean move() {
        if (!isReady(source, ZPoller.POLLIN)) {
            await(source, ZPoller.POLLIN);
            return true;
        }
        if (pump.getClass() != ZProxy.ZPump.class) {
            return pump.flow(from, source, capture, to, destination);
        }
        if (!isReady(destination, ZPoller.POLLOUT)) {
            await(destination, ZPoller.POLLOUT);
        } else if (capture != null && !isReady(capture, ZPoller.POLLOUT)) {
            await(capture, ZPoller.POLLOUT);
        } else {
            await(source, ZPoller.POLLIN);
            // What a socket refuses, such as a ROUTER for want of the peer, is dropped as a socket would drop it.
            pump.flow(from, source, capture, to, destination);
        }
        return true;
    }

    private static boolean isReady(Socket socket, int event) {
        return socket.base().ready(event) > 0;
    }
}
