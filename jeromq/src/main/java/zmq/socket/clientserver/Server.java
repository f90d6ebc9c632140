package zmq.socket.clientserver;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.SocketBase;

/** Sends to and receives from CLIENT sockets; a message's {@link zmq.Msg#getRoutingId} says which. */
public class Server extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Server(Ctx parent, int tid, int sid) {
        this(parent, SocketType.SERVER);
    }

    /** One of this type, which may be PEER. */
    protected Server(Ctx parent, SocketType type) {
        super(parent, type);
    }
}
