package io.zmq4j.socket;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Tells the log of handlers that fail: with the stack, and at most once a second, as a broken one fails for each message. */
final class HandlerLog {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.handler");
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<String> whose;
    private final LongSupplier clock;
    private final BiConsumer<String, Throwable> log;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean hasTold;
    private long toldAt;
    private long untold;

    /**
     * @param whose names the socket
     * @param clock gives nanoseconds
     */
    HandlerLog(Supplier<String> whose, LongSupplier clock, BiConsumer<String, Throwable> log) {
        this.whose = whose;
        this.clock = clock;
        this.log = log;
    }

    static HandlerLog of(SocketCore socket) {
        return new HandlerLog(
                () -> socket.type() + " at " + socket.lastEndpoint(),
                System::nanoTime,
                (text, failure) -> LOG.log(System.Logger.Level.WARNING, text, failure));
    }

    void failed(Throwable failure) {
        long others;
        lock.lock();
        try {
            long now = clock.getAsLong();
            if (hasTold && now - toldAt < PAUSE_NANOS) {
                untold++;
                return;
            }
            hasTold = true;
            toldAt = now;
            others = untold;
            untold = 0;
        } finally {
            lock.unlock();
        }
        try {
            String text = "a handler of the " + whose.get() + " failed";
            log.accept(others == 0 ? text : text + ", and " + others + " times more since the last one that was told", failure);
        } catch (RuntimeException | Error e) {
            // A log that fails has nobody else to be told to.
        }
    }
}
