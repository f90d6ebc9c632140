package zmq.socket;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.SocketBase;

/** Talks to one peer at a time. */
public class Pair extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Pair(Ctx parent, int tid, int sid) {
        super(parent, SocketType.PAIR);
    }
}
