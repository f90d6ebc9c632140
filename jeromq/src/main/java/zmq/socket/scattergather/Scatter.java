package zmq.socket.scattergather;

import zmq.Ctx;
import zmq.SocketBase;

/** SCATTER sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Scatter extends SocketBase {
    /** Throws ENOTSUP: there are no such sockets. */
    public Scatter(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }
}
