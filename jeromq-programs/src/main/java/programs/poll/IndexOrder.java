package programs.poll;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Sockets keep the order in which they were registered; those after one that is unregistered move up. */
public final class IndexOrder {
    private IndexOrder() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket a = context.socket(SocketType.PAIR);
                ZMQ.Socket b = context.socket(SocketType.PAIR);
                ZMQ.Socket c = context.socket(SocketType.PAIR);
                ZMQ.Socket peer = context.socket(SocketType.PAIR);
                ZMQ.Poller poller = context.poller(1)) {
            Expect.equal(0, poller.getSize());
            Expect.equal(0, poller.register(a, ZMQ.Poller.POLLIN));
            Expect.equal(1, poller.register(b, ZMQ.Poller.POLLIN));
            Expect.equal(2, poller.register(c, ZMQ.Poller.POLLIN));
            Expect.equal(3, poller.getSize());
            Expect.equal(3, poller.getNext());
            Expect.equal(b, poller.getSocket(1));
            Expect.equal(b, poller.getItem(1).getSocket());
            Expect.equal(null, poller.getItem(3));

            poller.unregister(b);
            Expect.equal(2, poller.getSize());
            Expect.equal(a, poller.getSocket(0));
            Expect.equal(c, poller.getSocket(1));
            c.bind("inproc://order");
            peer.connect("inproc://order");
            peer.send("for c");
            Expect.equal(1, poller.poll(20_000));
            Expect.that(!poller.pollin(0) && poller.pollin(1), "the second one now");
            Expect.that(
                    !poller.pollin(2) && !poller.pollin(99) && !poller.pollout(99) && !poller.pollerr(99), "nobody");
            Expect.equal(2, poller.register(b, ZMQ.Poller.POLLIN));
            poller.unregister(peer);
            Expect.equal(3, poller.getSize());
        }
    }
}
