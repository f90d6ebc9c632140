package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A SUB that subscribes to a topic twice says so twice on JeroMQ, once on zmq4j; each XSUB says it as often as it is told to. */
public final class SubscribedTwice {
    private SubscribedTwice() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket sub = context.socket(SocketType.SUB);
                ZMQ.Socket xsub = context.socket(SocketType.XSUB)) {
            publisher.setXpubVerbose(true);
            publisher.bind("tcp://127.0.0.1:*");
            sub.connect(publisher.getLastEndpoint());
            sub.subscribe("a");
            sub.subscribe("a");
            sub.subscribe("b");
            Expect.equal("\u0001a", publisher.recvStr());
            if (Expect.onJeroMq()) {
                Expect.equal("\u0001a", publisher.recvStr());
            }
            Expect.equal("\u0001b", publisher.recvStr());

            xsub.connect(publisher.getLastEndpoint());
            xsub.send("\u0001c");
            xsub.send("\u0001c");
            Expect.equal("\u0001c", publisher.recvStr());
            Expect.equal("\u0001c", publisher.recvStr());
        }
    }
}
