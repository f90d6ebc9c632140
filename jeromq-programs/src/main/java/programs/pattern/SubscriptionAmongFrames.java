package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/**
 * An XSUB sends a message of several frames to its publishers. JeroMQ takes each frame of it that begins with 1 for a subscription, and
 * the message apart; zmq4j takes a message of one frame for one.
 */
public final class SubscriptionAmongFrames {
    private SubscriptionAmongFrames() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket subscriber = context.socket(SocketType.XSUB)) {
            publisher.bind("inproc://frames");
            subscriber.connect("inproc://frames");
            subscriber.sendMore(new byte[] {1});
            subscriber.send("number");
            Expect.equal(new byte[] {1}, publisher.recv());
            Expect.equal(Expect.onZmq4j(), publisher.hasReceiveMore());
            Expect.equal("number", publisher.recvStr());
            Expect.equal(false, publisher.hasReceiveMore());

            subscriber.send(new byte[] {1, 'h', 'o', 't'});
            Expect.equal(new byte[] {1, 'h', 'o', 't'}, publisher.recv());
            publisher.send("cold");
            publisher.send("hot");
            Expect.equal(Expect.onZmq4j() ? "hot" : "cold", subscriber.recvStr());
        }
    }
}
