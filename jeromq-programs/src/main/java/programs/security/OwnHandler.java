package programs.security;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A handler at the well-known inproc endpoint decides by name and password who gets in. */
public final class OwnHandler {
    private OwnHandler() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket handler = context.socket(SocketType.REP);
                ZMQ.Socket server = context.socket(SocketType.PULL);
                ZMQ.Socket ann = context.socket(SocketType.PUSH);
                ZMQ.Socket bob = context.socket(SocketType.PUSH)) {
            handler.bind("inproc://zeromq.zap.01");
            server.setPlainServer(true);
            server.setZAPDomain("house");
            server.bind("tcp://127.0.0.1:*");
            bob.setLinger(0);
            knock(bob, "bob", server.getLastEndpoint());
            Expect.equal("bob", answer(handler, "400"));
            knock(ann, "ann", server.getLastEndpoint());
            Expect.equal("ann", answer(handler, "200"));
            Expect.equal("from ann", server.recvStr());
        }
    }

    private static void knock(ZMQ.Socket socket, String name, String endpoint) {
        socket.setPlainUsername(name);
        socket.setPlainPassword("secret of " + name);
        socket.setReconnectIVL(60_000);
        socket.connect(endpoint);
        socket.send("from " + name);
    }

    /** Answers one request and gives the name that asked to come in. */
    private static String answer(ZMQ.Socket handler, String status) {
        Expect.equal("1.0", handler.recvStr());
        byte[] number = handler.recv();
        Expect.equal("house", handler.recvStr());
        Expect.equal("127.0.0.1", handler.recvStr());
        handler.recv();
        Expect.equal("PLAIN", handler.recvStr());
        String name = handler.recvStr();
        Expect.equal("secret of " + name, handler.recvStr());
        Expect.that(!handler.hasReceiveMore(), "nothing else is asked");
        handler.sendMore("1.0");
        handler.sendMore(number);
        handler.sendMore(status);
        handler.sendMore("text");
        handler.sendMore(status.equals("200") ? name : "");
        handler.send("");
        return name;
    }
}
