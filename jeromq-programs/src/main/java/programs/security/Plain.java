package programs.security;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A server of PLAIN and a client with a name and a password speak when nobody is asked; one without them does not get in. */
public final class Plain {
    private Plain() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket server = context.socket(SocketType.PULL);
                ZMQ.Socket client = context.socket(SocketType.PUSH);
                ZMQ.Socket stranger = context.socket(SocketType.PUSH)) {
            Expect.that(server.setPlainServer(true), "option");
            Expect.that(server.isAsServerPlain() && server.getPlainServer(), "kept");
            Expect.equal(ZMQ.Socket.Mechanism.PLAIN, server.getMechanism());
            server.bind("tcp://127.0.0.1:*");
            stranger.setLinger(0);
            stranger.connect(server.getLastEndpoint());
            stranger.send("from a stranger");
            client.setPlainUsername("ann");
            client.setPlainPassword("secret");
            client.connect(server.getLastEndpoint());
            client.send("from ann");
            client.send("once more");
            Expect.equal("from ann", server.recvStr());
            Expect.equal("once more", server.recvStr());
        }
    }
}
