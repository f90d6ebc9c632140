package programs.loop;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import programs.Expect;

/** A forked thread talks to the one that forked it by a pipe, has a shadow of the context, and ends with the context. */
public final class ForkedThread {
    private ForkedThread() {}

    public static void main(String[] args) throws Exception {
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (ZContext context = new ZContext()) {
            ZMQ.Socket pipe = context.fork(
                    (given, shadow, far) -> {
                        worker.set(Thread.currentThread());
                        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.set(failure));
                        begun.countDown();
                        far.send(Arrays.toString(given)
                                + shadow.isMain()
                                + Thread.currentThread().isDaemon());
                        while (true) {
                            far.send("re " + far.recvStr());
                        }
                    },
                    "a",
                    2);
            Expect.that(begun.await(20, TimeUnit.SECONDS), "the thread runs");
            Expect.equal(SocketType.PAIR, pipe.getSocketType());
            Expect.equal("[a, 2]falsefalse", pipe.recvStr());
            pipe.send("one");
            Expect.equal("re one", pipe.recvStr());
            pipe.send("two");
            Expect.equal("re two", pipe.recvStr());
            Expect.equal(1, context.getSockets().size());
        }
        worker.get().join(20_000);
        Expect.that(!worker.get().isAlive(), "the thread ends with the context");
        if (uncaught.get() != null) {
            // The end of a context closes under JeroMQ's threads what they wait in, and not always in an order that
            // they expect.
            Expect.that(Expect.onJeroMq(), "the end is no failure: " + uncaught.get());
        }
    }
}
