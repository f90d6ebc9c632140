package zmq.socket.reqrep;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.SocketBase;

/** Sends to its peers in turn and receives from each in turn. */
public class Dealer extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Dealer(Ctx parent, int tid, int sid) {
        this(parent, SocketType.DEALER);
    }

    /** One of a type that is a kind of this one. */
    protected Dealer(Ctx parent, SocketType type) {
        super(parent, type);
    }
}
