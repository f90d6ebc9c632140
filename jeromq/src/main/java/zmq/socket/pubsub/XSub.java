package zmq.socket.pubsub;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.SocketBase;

/** Receives publications, and sends subscriptions as messages. */
public class XSub extends SocketBase {
    /** One in a context; the numbers are not used. */
    public XSub(Ctx parent, int tid, int sid) {
        this(parent, SocketType.XSUB);
    }

    /** One of a type that is a kind of this one. */
    protected XSub(Ctx parent, SocketType type) {
        super(parent, type);
    }
}
