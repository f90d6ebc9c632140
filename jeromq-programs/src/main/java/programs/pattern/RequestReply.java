package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A client asks a server in another thread ten times over tcp and gets each answer. */
public final class RequestReply {
    private RequestReply() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket client = context.socket(SocketType.REQ);
                ZMQ.Socket server = context.socket(SocketType.REP)) {
            Expect.that(server.bind("tcp://127.0.0.1:*"), "bind");
            Expect.that(client.connect(server.getLastEndpoint()), "connect");
            Aside serving = Aside.start(() -> {
                for (int i = 0; i < 10; i++) {
                    Expect.that(server.send(server.recvStr() + "!"), "reply");
                }
            });
            for (int i = 0; i < 10; i++) {
                Expect.that(client.send("hello " + i), "request");
                Expect.equal("hello " + i + "!", client.recvStr());
            }
            serving.join();
        }
    }
}
