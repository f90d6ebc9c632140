package io.zmq4j.loop;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread that waits for something, wherever it waits: parked, driving a loop, or in a selector of its own.
 *
 * <p><b>No wake-up is lost.</b> The waiter clears {@code signalled}, checks its condition, says how it is woken
 * ({@code alarm}), looks at {@code signalled} again and only then blocks. A signaller changes the condition, sets
 * {@code signalled}, then reads {@code alarm}. All of these are volatile: if the signaller does not see where the
 * waiter waits, the waiter sees the signal. Both ways of waking are sticky (a permit, a pending selector wake-up), so
 * that one sent between the last look and the block is not lost either.
 */
public final class Waiter implements Wakeable {
    private static final @Nullable MethodHandle IS_VIRTUAL = isVirtualHandle();

    private final Thread thread;
    private final boolean mayDrive;
    private volatile boolean signalled;
    /** Wakes it from where it waits; null if it is parked. */
    private volatile @Nullable Runnable alarm;

    /** A waiter for the calling thread. */
    public Waiter() {
        this(Thread.currentThread());
    }

    Waiter(Thread thread) {
        this.thread = thread;
        mayDrive = !isVirtual(thread);
    }

    /** Waiting for the condition begins anew: to be called before it is checked. */
    public void reset() {
        signalled = false;
    }

    public boolean isSignalled() {
        return signalled;
    }

    /** Whether this thread may block in a selector: a virtual one would pin its carrier there. */
    public boolean mayDrive() {
        return mayDrive;
    }

    @Override
    public void signal() {
        if (signalled) {
            return;
        }
        signalled = true;
        if (thread == Thread.currentThread()) {
            return;
        }
        Runnable wake = alarm;
        if (wake != null) {
            wake.run();
        } else {
            LockSupport.unpark(thread);
        }
    }

    /** Makes the thread look again, without a signal. */
    void unpark() {
        LockSupport.unpark(thread);
    }

    /**
     * Waits for a signal, an interrupt, or the time to pass; may return without any of them.
     *
     * @param loop the loop to drive meanwhile, if it has no driver; null to just park
     */
    public void block(@Nullable Loop loop, long nanos) {
        if (loop == null) {
            if (!signalled) {
                LockSupport.parkNanos(this, nanos);
            }
        } else if (mayDrive && loop.token().tryTake()) {
            driveFor(loop, nanos);
        } else {
            long began = System.nanoTime();
            if (loop.token().parkBeside(this, nanos)) {
                loop.handedOver("the driver left");
                driveFor(loop, nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began));
            }
        }
    }

    /** With the token held, which is given back. */
    private void driveFor(Loop loop, long nanos) {
        alarm = loop.alarm();
        try {
            loop.driveFor(this, nanos);
        } finally {
            alarm = null;
            loop.token().giveBack();
        }
    }

    /**
     * A wait as a selector counts it, whose 0 is for ever. Rounded up, or the last millisecond would be spent spinning.
     *
     * @param nanos more than 0; {@link Long#MAX_VALUE} for ever
     */
    public static long selectorMillis(long nanos) {
        return nanos == Long.MAX_VALUE ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos - 1) + 1;
    }

    /**
     * Waits for one of a selector's channels, a signal, an interrupt, or the time to pass, or the selector's end; may
     * return without any of them.
     */
    public void block(Selector selector, Runnable wakeup, long nanos) throws IOException {
        alarm = wakeup;
        try {
            if (signalled) {
                return;
            }
            selector.select(key -> {}, selectorMillis(nanos));
        } catch (ClosedSelectorException e) {
            // Nothing will come there any more.
        } finally {
            alarm = null;
        }
    }

    /** As {@link #block} with the token already held; for the caretaker. */
    void drive(Loop loop, long nanos) {
        alarm = loop.alarm();
        try {
            loop.drive(this, nanos);
        } finally {
            alarm = null;
        }
    }

    private static boolean isVirtual(Thread thread) {
        if (IS_VIRTUAL == null) {
            return false;
        }
        try {
            return (boolean) IS_VIRTUAL.invokeExact(thread);
        } catch (Throwable e) {
            throw new LinkageError("Thread.isVirtual", e);
        }
    }

    /** {@code Thread.isVirtual} is newer than the Java version this is compiled for. */
    private static @Nullable MethodHandle isVirtualHandle() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
