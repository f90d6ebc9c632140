package programs.poll;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A poll that waits ends with the context, and the socket then says ETERM. */
public final class EndsWithTheContext {
    private EndsWithTheContext() {}

    public static void main(String[] args) throws Exception {
        ZMQ.Context context = ZMQ.context(1);
        CountDownLatch ready = new CountDownLatch(1);
        Aside poll = Aside.start(() -> {
            try (ZMQ.Socket pull = context.socket(SocketType.PULL)) {
                pull.bind("tcp://127.0.0.1:*");
                ZMQ.Poller poller = context.poller(1);
                poller.register(pull, ZMQ.Poller.POLLIN);
                ready.countDown();
                Expect.code(ZMQ.Error.ETERM.getCode(), () -> {
                    poller.poll(-1);
                    pull.recv();
                });
            }
        });
        ready.await();
        poll.untilItWaits();
        Expect.within(Duration.ofSeconds(10), context::term);
        poll.join();
    }
}
