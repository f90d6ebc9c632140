package zmq.socket.pubsub;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;

/** Publishes to whoever has subscribed. */
public class Pub extends XPub {
    /** One in a context; the numbers are not used. */
    public Pub(Ctx parent, int tid, int sid) {
        super(parent, SocketType.PUB);
    }
}
