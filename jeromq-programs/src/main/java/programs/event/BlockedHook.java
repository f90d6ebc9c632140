package programs.event;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/**
 * A hook that blocks keeps JeroMQ's bind waiting, and the end of the hook, for as long as it blocks. On zmq4j a bind does not wait, and
 * the end of the hook waits for 2 seconds at most.
 */
public final class BlockedHook {
    private BlockedHook() {}

    private static final class Blocked implements ZEvent.ZEventConsummer {
        private final CountDownLatch called = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void consume(ZEvent event) {
            called.countDown();
            await(released);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            var hook = new Blocked();
            Expect.that(server.setEventHook(hook, ZMQ.EVENT_LISTENING), "hooked");
            Aside binding = Aside.start(() -> server.bind("tcp://127.0.0.1:*"));
            await(hook.called);
            if (Expect.onZmq4j()) {
                binding.join();
                Expect.that(server.setEventHook(null, 0), "unhooked, though it blocks");
                Expect.equal(1L, hook.closed.getCount());
            } else {
                binding.untilItWaits();
                Expect.that(binding.thread().isAlive(), "the bind waits");
            }
            hook.released.countDown();
            binding.join();
            server.setEventHook(null, 0);
            await(hook.closed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            Expect.that(latch.await(20, TimeUnit.SECONDS), "within 20 s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
