package programs.poll;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A poll without a time limit ends when another thread sends. */
public final class WokenByAMessage {
    private WokenByAMessage() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            push.bind("inproc://woken");
            Aside poll = Aside.start(() -> {
                try (ZMQ.Socket pull = context.socket(SocketType.PULL);
                        ZMQ.Poller poller = context.poller(1)) {
                    pull.connect("inproc://woken");
                    poller.register(pull, ZMQ.Poller.POLLIN);
                    for (int i = 0; i < 3; i++) {
                        Expect.equal(1, poller.poll(-1));
                        Expect.equal("wake up", pull.recvStr());
                    }
                }
            });
            for (int i = 0; i < 3; i++) {
                poll.untilItWaits();
                push.send("wake up");
            }
            poll.join();
        }
    }
}
