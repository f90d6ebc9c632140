package zmq.socket.clientserver;

import zmq.Ctx;
import zmq.SocketBase;

/** SERVER sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Server extends SocketBase {
    /** Throws ENOTSUP: there are no such sockets. */
    public Server(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }
}
