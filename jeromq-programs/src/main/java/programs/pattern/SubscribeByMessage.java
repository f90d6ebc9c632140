package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** An XSUB subscribes by sending 1 and the topic, and unsubscribes by 0 and the topic. */
public final class SubscribeByMessage {
    private SubscribeByMessage() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket subscriber = context.socket(SocketType.XSUB)) {
            publisher.bind("tcp://127.0.0.1:*");
            subscriber.connect(publisher.getLastEndpoint());
            Expect.that(subscriber.send(new byte[] {1, 'h', 'o', 't'}), "subscribe");
            Expect.equal(new byte[] {1, 'h', 'o', 't'}, publisher.recv());
            publisher.send("cold news");
            publisher.sendMore("hot");
            publisher.send("news");
            Expect.equal("hot", subscriber.recvStr());
            Expect.that(subscriber.hasReceiveMore(), "the second frame");
            Expect.equal("news", subscriber.recvStr());
            subscriber.send(new byte[] {0, 'h', 'o', 't'});
            Expect.equal(new byte[] {0, 'h', 'o', 't'}, publisher.recv());
        }
    }
}
