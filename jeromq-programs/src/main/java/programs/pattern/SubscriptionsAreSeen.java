package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** An XPUB receives each new topic once, and its end when the last subscriber has left it. */
public final class SubscriptionsAreSeen {
    private SubscriptionsAreSeen() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket one = context.socket(SocketType.SUB);
                ZMQ.Socket two = context.socket(SocketType.SUB)) {
            publisher.bind("tcp://127.0.0.1:*");
            one.connect(publisher.getLastEndpoint());
            two.connect(publisher.getLastEndpoint());
            one.subscribe("a");
            Expect.equal("\u0001a", publisher.recvStr());
            two.subscribe("a");
            two.subscribe("b");
            Expect.equal("\u0001b", publisher.recvStr());
            one.unsubscribe("a");
            one.subscribe("c");
            Expect.equal("\u0001c", publisher.recvStr());
            two.unsubscribe("a");
            Expect.equal("\u0000a", publisher.recvStr());

            publisher.send("a is heard by nobody");
            publisher.send("b is heard by the second");
            Expect.equal("b is heard by the second", two.recvStr());
        }
    }
}
