package zmq.socket.clientserver;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.SocketBase;

/** Sends to SERVER sockets in turn, messages of one frame. */
public class Client extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Client(Ctx parent, int tid, int sid) {
        super(parent, SocketType.CLIENT);
    }
}
