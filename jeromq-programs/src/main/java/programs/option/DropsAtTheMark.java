package programs.option;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A publisher drops for a subscriber who is at the high-water mark; with no-drop it says so. */
public final class DropsAtTheMark {
    private DropsAtTheMark() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket subscriber = context.socket(SocketType.SUB)) {
            publisher.setSndHWM(4);
            subscriber.setRcvHWM(4);
            publisher.bind("inproc://drops");
            subscriber.connect("inproc://drops");
            subscriber.subscribe("");
            Expect.equal("\u0001", publisher.recvStr());
            for (int i = 0; i < 20; i++) {
                Expect.that(publisher.send("message " + i, ZMQ.DONTWAIT), "never waits");
            }
            for (int i = 0; i < 8; i++) {
                Expect.equal("message " + i, subscriber.recvStr());
            }
            Expect.equal(null, subscriber.recv(ZMQ.DONTWAIT));

            Expect.that(publisher.setXpubNoDrop(true), "option");
            int sent = 0;
            while (publisher.send("kept " + sent, ZMQ.DONTWAIT)) {
                sent++;
            }
            Expect.that(sent > 0 && sent <= 8, "says when it is full: " + sent);
            for (int i = 0; i < sent; i++) {
                Expect.equal("kept " + i, subscriber.recvStr());
            }
        }
    }
}
