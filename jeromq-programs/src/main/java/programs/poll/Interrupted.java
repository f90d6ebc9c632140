package programs.poll;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import programs.Aside;
import programs.Expect;

/** An interrupt ends a poll that waits. */
public final class Interrupted {
    private Interrupted() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            push.bind("inproc://interrupted-poll");
            Aside poll = Aside.start(() -> {
                try (ZMQ.Socket pull = context.socket(SocketType.PULL);
                        ZMQ.Poller poller = context.poller(1)) {
                    pull.connect("inproc://interrupted-poll");
                    poller.register(pull, ZMQ.Poller.POLLIN);
                    int ready;
                    try {
                        ready = poller.poll(-1);
                    } catch (ZMQException interrupted) {
                        Expect.equal(ZMQ.Error.EINTR.getCode(), interrupted.getErrorCode());
                        ready = -1;
                    }
                    Expect.that(ready <= 0, "nothing is ready: " + ready);
                }
            });
            poll.untilItWaits();
            poll.thread().interrupt();
            poll.join();
        }
    }
}
