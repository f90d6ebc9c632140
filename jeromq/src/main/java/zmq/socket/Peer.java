package zmq.socket;

import zmq.Ctx;
import zmq.socket.clientserver.Server;

/** PEER sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Peer extends Server {
    /** Throws ENOTSUP: there are no such sockets. */
    public Peer(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }
}
