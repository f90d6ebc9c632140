package io.zmq4j.socket;

import io.zmq4j.loop.Failure;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that keeps a processor busy, such as a handshake's key agreements, in the order in which it comes: so much at a time that
 * thousands of clients at once do not become thousands of threads. How much waits is bounded by those whose work it is.
 *
 * <p>The thread that stops working lowers {@code working} and then looks for work once more; a task is put into the queue before
 * {@code working} is read. Both are volatile, so one of them sees the other.
 */
final class Turns implements Executor {
    private final Executor threads;
    private final int most;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger working = new AtomicInteger();
    private final Runnable work = this::work;

    Turns(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Throws what {@code threads} throws if it has none; then the task is forgotten. */
    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        boolean taken = false;
        try {
            begin();
            taken = true;
        } finally {
            if (!taken) {
                waiting.remove(task);
            }
        }
    }

    private void begin() {
        int now = working.get();
        while (now < most) {
            if (working.compareAndSet(now, now + 1)) {
                boolean begun = false;
                try {
                    threads.execute(work);
                    begun = true;
                } finally {
                    if (!begun) {
                        working.decrementAndGet();
                    }
                }
                return;
            }
            now = working.get();
        }
    }

    private void work() {
        do {
            try {
                for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                    run(task);
                }
            } finally {
                working.decrementAndGet();
            }
        } while (!waiting.isEmpty() && isTaken());
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            Failure.WORK.log(e);
        }
    }

    /** Whether this thread may go on, as there is a place. */
    private boolean isTaken() {
        int now = working.get();
        while (now < most) {
            if (working.compareAndSet(now, now + 1)) {
                return true;
            }
            now = working.get();
        }
        return false;
    }
}
