package programs.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A ROUTER sees who sent a message and answers two DEALERs in an order of its own, more than once each. */
public final class AsynchronousServer {
    private AsynchronousServer() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket server = context.socket(SocketType.ROUTER);
                ZMQ.Socket ann = context.socket(SocketType.DEALER);
                ZMQ.Socket bob = context.socket(SocketType.DEALER)) {
            server.bind("tcp://127.0.0.1:*");
            ann.setIdentity("ann".getBytes(ZMQ.CHARSET));
            bob.setIdentity("bob".getBytes(ZMQ.CHARSET));
            ann.connect(server.getLastEndpoint());
            bob.connect(server.getLastEndpoint());
            ann.send("from ann");
            bob.send("from bob");

            Map<String, String> requests = new HashMap<>();
            for (int i = 0; i < 2; i++) {
                String sender = server.recvStr();
                Expect.that(server.hasReceiveMore(), "a body");
                requests.put(sender, server.recvStr());
            }
            Expect.equal(Map.of("ann", "from ann", "bob", "from bob"), requests);

            for (String reply : List.of("one", "two")) {
                for (String client : List.of("bob", "ann")) {
                    server.sendMore(client);
                    server.send(reply + " for " + client);
                }
            }
            Expect.equal("one for ann", ann.recvStr());
            Expect.equal("two for ann", ann.recvStr());
            Expect.equal("one for bob", bob.recvStr());
            Expect.equal("two for bob", bob.recvStr());
        }
    }
}
