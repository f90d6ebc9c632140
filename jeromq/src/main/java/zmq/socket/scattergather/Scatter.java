package zmq.socket.scattergather;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.SocketBase;

/** Sends to GATHER sockets, to each in turn, messages of one frame. */
public class Scatter extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Scatter(Ctx parent, int tid, int sid) {
        super(parent, SocketType.SCATTER);
    }
}
