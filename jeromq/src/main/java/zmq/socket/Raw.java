package zmq.socket;

import org.zeromq.ZMQException;
import zmq.Ctx;
import zmq.ZError;

/** RAW sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Raw extends Peer {
    /** Throws ENOTSUP: there are no such sockets. */
    public Raw(Ctx parent, int tid, int sid) {
        super(nowhere(), tid, sid);
    }

    /** Before a PEER is opened in its place. */
    private static Ctx nowhere() {
        throw new ZMQException("Raw sockets cannot be made: what stands for JeroMQ has no RAW", ZError.ENOTSUP);
    }
}
