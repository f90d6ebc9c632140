package io.zmq4j.bench.role;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The threads of a role that has several ends in one process. If one fails, so does the role, at once. */
final class Crew {
    private final Thread owner = Thread.currentThread();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean dismissed;

    /** Lets this be done in a thread of its own. */
    void start(String name, Runnable work) {
        var thread = new Thread(() -> run(work), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!dismissed && failure.compareAndSet(null, e)) {
                // It may be waiting for what will never come.
                owner.interrupt();
            }
        }
    }

    /** Does this in the owner's thread, which hears if one of the others fails. */
    <T> T lead(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw cause(e);
        }
    }

    /** Waits until all threads are done. */
    void await() {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw cause(new RunFailedException("interrupted"));
        }
        if (failure.get() != null) {
            throw cause(failure.get());
        }
    }

    /** Nothing more is expected of them: whatever ends them from now on is no failure. */
    void dismiss() {
        dismissed = true;
    }

    private RuntimeException cause(RuntimeException seen) {
        var cause = failure.get();
        if (cause == null) {
            return seen;
        }
        // Done its duty; what closes the sockets may wait again.
        Thread.interrupted();
        return cause;
    }
}
