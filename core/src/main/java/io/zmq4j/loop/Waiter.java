package io.zmq4j.loop;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread that waits for something, wherever it waits: parked, or driving a loop.
 *
 * <p><b>No wake-up is lost.</b> The waiter clears {@code signalled}, checks its condition, says where it waits
 * ({@code driving}), looks at {@code signalled} again and only then blocks. A signaller changes the condition, sets
 * {@code signalled}, then reads {@code driving}. All of these are volatile: if the signaller does not see where the
 * waiter waits, the waiter sees the signal. Both ways of waking are sticky (a permit, a pending selector wake-up), so
 * that one sent between the last look and the block is not lost either.
 */
public final class Waiter implements Wakeable {
    private static final @Nullable MethodHandle IS_VIRTUAL = isVirtualHandle();

    private final Thread thread;
    private final boolean mayDrive;
    private volatile boolean signalled;
    private volatile @Nullable Loop driving;

    /** A waiter for the calling thread. */
    public Waiter() {
        thread = Thread.currentThread();
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
    boolean mayDrive() {
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
        Loop loop = driving;
        if (loop != null) {
            loop.wakeup();
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
        } else if (mayDrive && loop.tryTake()) {
            driving = loop;
            try {
                loop.driveFor(this, nanos);
            } finally {
                driving = null;
                loop.release();
            }
        } else {
            loop.parkBeside(this, nanos);
        }
    }

    /** As {@link #block} with the token already held; for the caretaker. */
    void drive(Loop loop, long nanos) {
        driving = loop;
        try {
            loop.drive(this, nanos);
        } finally {
            driving = null;
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
