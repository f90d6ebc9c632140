package zmq.socket;

import zmq.Ctx;
import zmq.SocketBase;

/** CHANNEL sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Channel extends SocketBase {
    /** Throws ENOTSUP: there are no such sockets. */
    public Channel(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }
}
