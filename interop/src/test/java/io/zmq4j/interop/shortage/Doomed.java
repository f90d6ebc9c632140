package io.zmq4j.interop.shortage;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A context that is closed in the middle of a shortage, with sockets over every transport, futures and a thread that waits. */
final class Doomed {
    private static final long HANGS_MILLIS = 10_000;
    private static final long WOKEN_MILLIS = 2_000;
    private static final long SHORT_MILLIS = 300;
    private static final long LOOK_NANOS = 5_000_000;

    private final Context context = Context.create();
    private final List<CompletableFuture<Message>> futures = new ArrayList<>();
    private final Closing closing = new Closing(context);
    private final CountDownLatch woken = new CountDownLatch(1);
    private volatile boolean begun;
    private volatile boolean closed;
    private final Thread closer;

    Doomed() {
        for (String endpoint : List.of("tcp://127.0.0.1:*", "ipc://*", "inproc://doomed")) {
            PullSocket pull = context.pull();
            PushSocket push = context.push();
            push.connect(pull.bind(endpoint));
            push.send("warm");
            pull.receive();
            futures.add(pull.receiveAsync());
        }
        PullSocket waited = context.pull();
        waited.bind("tcp://127.0.0.1:*");
        var unused = start("waiter", () -> {
            try {
                waited.receive();
            } catch (Throwable e) {
                woken.countDown();
            }
        });
        closer = start("closer", () -> {
            while (!begun) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            closing.close();
            closed = true;
        });
    }

    private static Thread start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Closes it, with a shortage at the beginning; gives how many milliseconds it took. */
    long close(Shortage shortage, Consumer<String> faults) throws Exception {
        double slowness = Machine.slowness();
        shortage.make();
        long began = System.nanoTime();
        begun = true;
        while (System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(SHORT_MILLIS)) {
            LockSupport.parkNanos(LOOK_NANOS);
            shortage.make();
        }
        shortage.release();
        while (!closed && System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos((long) (HANGS_MILLIS * slowness))) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        if (closed) {
            closing.faults(slowness).forEach(faults);
        } else {
            faults.accept("Context.close hangs: " + Stacks.of(closer));
        }
        if (!woken.await((long) (WOKEN_MILLIS * slowness), TimeUnit.MILLISECONDS)) {
            faults.accept("a thread still waits for a socket of a closed context");
        }
        for (CompletableFuture<Message> future : futures) {
            try {
                faults.accept("a future of a closed context gave " + future.get(1, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                faults.accept("a future of a closed context is never done");
            } catch (ExecutionException e) {
                // It was told.
            }
        }
        return closing.millis();
    }
}
