package zmq.socket.scattergather;

import zmq.Ctx;
import zmq.SocketBase;

/** GATHER sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Gather extends SocketBase {
    /** Throws ENOTSUP: there are no such sockets. */
    public Gather(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }
}
