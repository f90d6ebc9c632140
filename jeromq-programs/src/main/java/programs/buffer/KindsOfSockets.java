package programs.buffer;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;
import zmq.socket.pubsub.Pub;

/** The object under a socket is of the class of its kind, by which Spring tells publishers from others. */
public final class KindsOfSockets {
    private KindsOfSockets() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pub = context.socket(SocketType.PUB);
                ZMQ.Socket xpub = context.socket(SocketType.XPUB);
                ZMQ.Socket router = context.socket(ZMQ.ROUTER);
                ZMQ.Socket xreq = context.socket(ZMQ.XREQ)) {
            Expect.that(pub.base() instanceof Pub, "a PUB");
            Expect.that(!(router.base() instanceof Pub), "a ROUTER is none");
            Expect.that(xpub.base() instanceof zmq.socket.pubsub.XPub, "an XPUB");
            Expect.that(router.base() instanceof zmq.socket.reqrep.Router, "a ROUTER");
            Expect.that(xreq.base() instanceof zmq.socket.reqrep.Dealer, "a DEALER");
            Expect.equal(SocketType.DEALER, xreq.getSocketType());
            Expect.equal(SocketType.ROUTER, SocketType.type(6));
        }
    }
}
