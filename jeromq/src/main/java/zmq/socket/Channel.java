package zmq.socket;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.SocketBase;

/** One peer, both ways, messages of one frame. */
public class Channel extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Channel(Ctx parent, int tid, int sid) {
        super(parent, SocketType.CHANNEL);
    }
}
