package programs.poll;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A poller without anything registered returns at once, whatever the timeout. */
public final class NothingToWaitFor {
    private NothingToWaitFor() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.PAIR);
                ZMQ.Poller poller = context.poller()) {
            Expect.equal(0, poller.poll(100_000));
            Expect.equal(0, poller.poll(-1));
            Expect.equal(-1L, poller.getTimeout());
            poller.setTimeout(7);
            Expect.equal(7L, poller.getTimeout());
            poller.register(socket, ZMQ.Poller.POLLIN);
            Expect.equal(0, poller.poll());
            poller.unregister(socket);
            poller.setTimeout(-1);
            Expect.equal(0, poller.poll());
        }
    }
}
