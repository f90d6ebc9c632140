package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A verbose XPUB receives a topic again with each further subscriber, and a more verbose one each end as well. */
public final class VerboseSubscriptions {
    private VerboseSubscriptions() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket one = context.socket(SocketType.SUB);
                ZMQ.Socket two = context.socket(SocketType.SUB)) {
            Expect.that(publisher.setXpubVerboser(true), "option");
            publisher.bind("inproc://verbose");
            one.connect("inproc://verbose");
            two.connect("inproc://verbose");
            one.subscribe("a");
            Expect.equal("\u0001a", publisher.recvStr());
            two.subscribe("a");
            Expect.equal("\u0001a", publisher.recvStr());
            one.unsubscribe("a");
            Expect.equal("\u0000a", publisher.recvStr());
            two.unsubscribe("a");
            Expect.equal("\u0000a", publisher.recvStr());
        }
    }
}
