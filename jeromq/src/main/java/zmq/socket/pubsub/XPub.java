package zmq.socket.pubsub;

import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.SocketBase;

/** Publishes, and receives the subscriptions. */
public class XPub extends SocketBase {
    /** One in a context; the numbers are not used. */
    public XPub(Ctx parent, int tid, int sid) {
        this(parent, SocketType.XPUB);
    }

    /** One of a type that is a kind of this one. */
    protected XPub(Ctx parent, SocketType type) {
        super(parent, type);
    }

    /** Sets an option. */
    @Override
    public boolean xsetsockopt(int option, @Nullable Object value) {
        return super.xsetsockopt(option, value);
    }
}
