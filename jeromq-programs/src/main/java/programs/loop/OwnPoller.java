package programs.loop;

import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZPoller;
import programs.Expect;
import zmq.poll.PollItem;

/** A subclass of ZPoller makes its items, sees what is added, and how it is polled. */
public final class OwnPoller extends ZPoller {
    private final List<String> seen = new ArrayList<>();

    private OwnPoller(ZContext context) {
        super(context);
    }

    @Override
    protected ItemHolder create(ZMQ.Socket socket, EventsHandler handler, int events) {
        seen.add("create " + events);
        return super.create(socket, handler, events);
    }

    @Override
    protected boolean add(Object socketOrChannel, ItemHolder holder) {
        seen.add(socketOrChannel == null ? "add a holder" : "add a socket");
        return super.add(socketOrChannel, holder);
    }

    @Override
    protected int poll(Selector selector, long timeout, Collection<PollItem> items) {
        seen.add("poll " + items.size() + " for " + timeout);
        return super.poll(selector, timeout, items);
    }

    public static void main(String[] args) {
        try (ZContext context = new ZContext();
                OwnPoller poller = new OwnPoller(context)) {
            ZMQ.Socket one = context.createSocket(SocketType.PAIR);
            ZMQ.Socket two = context.createSocket(SocketType.PAIR);
            one.bind("inproc://own");
            two.connect("inproc://own");
            two.send("here");
            Expect.that(poller.register(one, ZPoller.IN), "registered");
            Expect.that(poller.register(new ZPollItem(two, null, ZPoller.IN)), "a holder");
            Expect.equal(1, poller.poll(20_000));
            Expect.equal(List.of("create 1", "add a socket", "add a holder", "poll 2 for 20000"), poller.seen);

            Expect.equal(2, poller.items().size());
            Expect.that(poller.items(one).iterator().next().socket() == one, "what was registered for it");
            Expect.that(!poller.items("unknown").iterator().hasNext(), "nothing for what is unknown");
            Expect.that(poller.filter(one, ZPoller.IN) != null && poller.filter(one, ZPoller.OUT) == null, "for IN");
            Expect.that(poller.dispatch(poller.items()), "without handlers");
        }
    }
}
