package zmq.socket.scattergather;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.SocketBase;

/** Receives from SCATTER sockets, messages of one frame. */
public class Gather extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Gather(Ctx parent, int tid, int sid) {
        super(parent, SocketType.GATHER);
    }
}
