package programs.loop;

import java.nio.channels.SelectableChannel;
import java.util.HashSet;
import java.util.Set;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZPoller;
import programs.Expect;

/** All handlers of a socket are called for what they wait for; one that returns false makes the poll return -1. */
public final class EndsThePoll {
    private EndsThePoll() {}

    public static void main(String[] args) {
        Set<String> called = new HashSet<>();
        try (ZContext context = new ZContext();
                ZPoller poller = new ZPoller(context)) {
            ZMQ.Socket one = context.createSocket(SocketType.PAIR);
            ZMQ.Socket two = context.createSocket(SocketType.PAIR);
            one.bind("inproc://ends");
            two.connect("inproc://ends");
            two.send("here");
            poller.register(one, handler(called, "in", true), ZPoller.IN);
            poller.register(one, handler(called, "out", true), ZPoller.OUT);
            poller.register(one, handler(called, "error", true), ZPoller.ERR);
            Expect.equal(1, poller.registered());
            Expect.equal(1, poller.poll(20_000));
            Expect.equal(Set.of("in 3", "out 3"), called);
            Expect.that(poller.dispatch(), "all of them go on");

            called.clear();
            poller.register(one, handler(called, "stops", false), ZPoller.IN);
            Expect.equal(-1, poller.poll(20_000));
            Expect.equal(Set.of("in 3", "out 3", "stops 3"), called);
            Expect.that(!poller.dispatch(), "one of them ends it");

            poller.unregister(one);
            called.clear();
            poller.setGlobalHandler(handler(called, "global", true));
            poller.register(one, ZPoller.IN);
            Expect.equal(1, poller.poll(20_000));
            Expect.equal(Set.of("global 1"), called);
        }
    }

    private static ZPoller.EventsHandler handler(Set<String> called, String name, boolean goesOn) {
        return new ZPoller.EventsHandler() {
            @Override
            public boolean events(ZMQ.Socket socket, int events) {
                called.add(name + " " + events);
                return goesOn;
            }

            @Override
            public boolean events(SelectableChannel channel, int events) {
                throw new AssertionError("there is no channel");
            }
        };
    }
}
