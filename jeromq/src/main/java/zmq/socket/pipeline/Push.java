package zmq.socket.pipeline;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;

/** Sends to PULL sockets, to each in turn. */
public class Push extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Push(Ctx parent, int tid, int sid) {
        super(parent, SocketType.PUSH);
    }

    /** Sends without waiting. */
    @Override
    public boolean xsend(Msg msg) {
        return super.xsend(msg);
    }
}
