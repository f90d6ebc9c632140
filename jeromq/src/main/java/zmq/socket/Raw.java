package zmq.socket;

import zmq.Ctx;

/** RAW sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Raw extends Peer {
    /** Throws ENOTSUP: there are no such sockets. */
    public Raw(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }
}
