package io.zmq4j.patterns.agent;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/** Calls of an application's code that come one after the other, in order, in the {@link Delivery#POOL}. Safe for any thread. */
public final class Serial {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.patterns");

    /** Guarded by itself. Its head is what runs. */
    private final Queue<Runnable> calls = new ArrayDeque<>();

    private final int most;
    private final AtomicLong dropped = new AtomicLong();

    /** @param most how many calls wait at most; beyond, they are dropped and counted */
    public Serial(int most) {
        this.most = most;
    }

    public void run(Runnable call) {
        synchronized (calls) {
            if (calls.size() >= most) {
                dropped.incrementAndGet();
                return;
            }
            calls.add(call);
            if (calls.size() > 1) {
                return;
            }
        }
        Delivery.POOL.execute(this::runAll);
    }

    private void runAll() {
        Runnable call;
        synchronized (calls) {
            call = calls.peek();
        }
        while (call != null) {
            try {
                call.run();
            } catch (RuntimeException | Error e) {
                LOG.log(System.Logger.Level.WARNING, "a listener failed, and is told what comes next", e);
            } finally {
                synchronized (calls) {
                    calls.remove();
                    call = calls.peek();
                }
            }
        }
    }

    /** How many calls were dropped. */
    public long dropped() {
        return dropped.get();
    }
}
