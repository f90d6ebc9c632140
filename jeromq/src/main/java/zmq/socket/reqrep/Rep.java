package zmq.socket.reqrep;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;

/** Answers requests, one after the other. */
public class Rep extends Router {
    /** One in a context; the numbers are not used. */
    public Rep(Ctx parent, int tid, int sid) {
        super(parent, SocketType.REP);
    }
}
