package zmq.socket;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.socket.clientserver.Server;

/** Sends to and receives from PEER sockets; a message's {@link zmq.Msg#getRoutingId} says which. */
public class Peer extends Server {
    /** One in a context; the numbers are not used. */
    public Peer(Ctx parent, int tid, int sid) {
        super(parent, SocketType.PEER);
    }
}
