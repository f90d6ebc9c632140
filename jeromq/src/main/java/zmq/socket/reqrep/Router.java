package zmq.socket.reqrep;

import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.SocketBase;

/** Sends to the peer that the first frame names, and receives with the sender's name as first frame. */
public class Router extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Router(Ctx parent, int tid, int sid) {
        this(parent, SocketType.ROUTER);
    }

    /** One of a type that is a kind of this one. */
    protected Router(Ctx parent, SocketType type) {
        super(parent, type);
    }

    /** Sets an option. */
    @Override
    public boolean xsetsockopt(int option, @Nullable Object value) {
        return super.xsetsockopt(option, value);
    }

    /** Drops what is half sent. */
    protected boolean rollback() {
        return dropHalfSent();
    }
}
