package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A manual XPUB decides itself what a subscriber gets: here another topic than the one that was asked for.
 * JeroMQ drops the first byte of that topic. */
public final class ManualSubscriptions {
    private ManualSubscriptions() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket subscriber = context.socket(SocketType.SUB)) {
            Expect.that(publisher.setXpubManual(true), "option");
            publisher.bind("inproc://manual");
            subscriber.connect("inproc://manual");
            subscriber.subscribe("");
            Expect.equal("\u0001", publisher.recvStr());
            Expect.that(publisher.subscribe(Expect.onJeroMq() ? "\u0001public" : "public"), "subscribe the peer");
            publisher.send("private matter");
            publisher.send("public matter");
            Expect.equal("public matter", subscriber.recvStr());
        }
    }
}
