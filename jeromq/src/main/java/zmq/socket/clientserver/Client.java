package zmq.socket.clientserver;

import zmq.Ctx;
import zmq.SocketBase;

/** CLIENT sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Client extends SocketBase {
    /** Throws ENOTSUP: there are no such sockets. */
    public Client(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }
}
