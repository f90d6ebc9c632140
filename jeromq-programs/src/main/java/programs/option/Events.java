package programs.option;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A socket tells what it could do at the moment: receive, send, both or nothing. */
public final class Events {
    private Events() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket one = context.socket(SocketType.PAIR);
                ZMQ.Socket two = context.socket(SocketType.PAIR)) {
            one.bind("inproc://events");
            Expect.equal(0, one.getEvents());
            two.connect("inproc://events");
            Expect.equal(ZMQ.Poller.POLLOUT, two.getEvents());
            Expect.equal(ZMQ.Poller.POLLOUT, one.getEvents());
            two.send("hello");
            Expect.equal(ZMQ.Poller.POLLIN | ZMQ.Poller.POLLOUT, one.getEvents());
            one.recv();
            Expect.equal(ZMQ.Poller.POLLOUT, one.getEvents());
        }
    }
}
