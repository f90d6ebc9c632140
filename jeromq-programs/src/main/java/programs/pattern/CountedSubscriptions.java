package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A topic that was subscribed to twice is received once a message, and until it is unsubscribed from twice. */
public final class CountedSubscriptions {
    private CountedSubscriptions() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket subscriber = context.socket(SocketType.SUB)) {
            publisher.bind("inproc://counted");
            subscriber.connect("inproc://counted");
            subscriber.subscribe("a".getBytes(ZMQ.CHARSET));
            subscriber.subscribe("a".getBytes(ZMQ.CHARSET));
            Expect.equal("\u0001a", publisher.recvStr());
            publisher.send("a1");
            Expect.equal("a1", subscriber.recvStr());
            Expect.equal(null, subscriber.recv(ZMQ.DONTWAIT));

            subscriber.unsubscribe("a".getBytes(ZMQ.CHARSET));
            subscriber.subscribe("b");
            Expect.equal("\u0001b", publisher.recvStr());
            publisher.send("a2");
            Expect.equal("a2", subscriber.recvStr());

            subscriber.unsubscribe("a".getBytes(ZMQ.CHARSET));
            Expect.equal("\u0000a", publisher.recvStr());
            publisher.send("a3");
            publisher.send("b1");
            Expect.equal("b1", subscriber.recvStr());
        }
    }
}
