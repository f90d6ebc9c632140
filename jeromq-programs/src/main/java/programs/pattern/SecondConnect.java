package programs.pattern;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A second connect to the same endpoint makes no second connection for SUB, DEALER and REQ. */
public final class SecondConnect {
    private SecondConnect() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket subscriber = context.socket(SocketType.SUB)) {
            publisher.bind("tcp://127.0.0.1:*");
            subscriber.subscribe("");
            Expect.that(subscriber.connect(publisher.getLastEndpoint()), "connect");
            Expect.that(subscriber.connect(publisher.getLastEndpoint()), "connect again");
            Expect.equal("\u0001", publisher.recvStr());
            publisher.send("one");
            publisher.send("two");
            Expect.equal("one", subscriber.recvStr());
            Expect.equal("two", subscriber.recvStr());
        }
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket router = context.socket(SocketType.ROUTER);
                ZMQ.Socket dealer = context.socket(SocketType.DEALER)) {
            router.bind("tcp://127.0.0.1:*");
            dealer.connect(router.getLastEndpoint());
            dealer.connect(router.getLastEndpoint());
            Set<String> senders = new TreeSet<>();
            for (int i = 0; i < 4; i++) {
                dealer.send("message");
                senders.add(Arrays.toString(router.recv()));
                Expect.equal("message", router.recvStr());
            }
            Expect.equal(1, senders.size());
        }
    }
}
