package programs.security;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A server of PLAIN lets in who has a name and a password that the handler accepts, and nobody without.\n * JeroMQ lets in anybody who has some, if there is no handler. */
public final class Plain {
    private Plain() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket handler = context.socket(SocketType.REP);
                ZMQ.Socket server = context.socket(SocketType.PULL);
                ZMQ.Socket client = context.socket(SocketType.PUSH);
                ZMQ.Socket stranger = context.socket(SocketType.PUSH)) {
            Expect.that(server.setPlainServer(true), "option");
            Expect.that(server.isAsServerPlain() && server.getPlainServer(), "kept");
            Expect.equal(ZMQ.Socket.Mechanism.PLAIN, server.getMechanism());
            Aside accepting = Aside.start(() -> {
                if (Expect.onZmq4j()) {
                    handler.bind("inproc://zeromq.zap.01");
                    accept(handler);
                }
            });
            if (Expect.onZmq4j()) {
                accepting.untilItWaits();
            }
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
            accepting.join();
        }
    }

    private static void accept(ZMQ.Socket handler) {
        Expect.equal("1.0", handler.recvStr());
        byte[] number = handler.recv();
        while (handler.hasReceiveMore()) {
            handler.recv();
        }
        handler.sendMore("1.0");
        handler.sendMore(number);
        handler.sendMore("200");
        handler.sendMore("");
        handler.sendMore("ann");
        handler.send("");
    }
}
