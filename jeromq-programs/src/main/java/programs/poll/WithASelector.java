package programs.poll;

import java.nio.channels.Selector;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Items are polled with a selector of the context, as often as wanted, and tell what they are ready for. */
public final class WithASelector {
    private WithASelector() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket one = context.socket(SocketType.PAIR);
                ZMQ.Socket two = context.socket(SocketType.PAIR)) {
            one.bind("inproc://selector");
            two.connect("inproc://selector");
            Selector selector = context.selector();
            ZMQ.PollItem[] items = {
                new ZMQ.PollItem(one, ZMQ.Poller.POLLIN), new ZMQ.PollItem(two, ZMQ.Poller.POLLIN | ZMQ.Poller.POLLOUT)
            };
            Expect.equal(1, ZMQ.poll(selector, items, 20_000));
            Expect.that(
                    !items[0].isReadable() && !items[1].isReadable() && items[1].isWritable() && !items[1].isError(),
                    "room to send");
            Expect.equal(ZMQ.Poller.POLLOUT, items[1].readyOps());
            two.send("hello");
            Expect.equal(2, ZMQ.poll(selector, items, 20_000));
            Expect.that(items[0].isReadable(), "a message");
            Expect.equal(0, ZMQ.poll(selector, new ZMQ.PollItem[] {items[0]}, 0, 1000));
            Expect.equal("hello", one.recvStr());
            Expect.equal(0, ZMQ.poll(selector, items, 1, 10));
            Expect.equal(one, items[0].getSocket());
            Expect.equal(null, items[0].getRawSocket());
            Expect.that(context.close(selector), "close the selector");
        }
    }
}
