package io.zmq4j.socket;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.WaitInterruptedException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How far a server is: who reads, who handles, and when all have ended.
 *
 * <pre>
 *   SERVING ── stop, socket closed ──▶ STOPPING ── the reader and the last handler have ended ──▶ ENDED
 * </pre>
 *
 * <p>A thread is interrupted only while it is known to be in a handler, and has no interrupt left when it is not any more. Any
 * thread.
 */
final class ServerProgress {
    private enum State {
        SERVING,
        STOPPING,
        ENDED
    }

    private final int places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private volatile State state = State.SERVING;

    // ---- guarded by the lock

    /** Threads that are in a handler. */
    private final Set<Thread> handling = new HashSet<>();

    /** How many of them wait for the others to end, and are waited for by none of those. */
    private int handlersThatWait;

    private @Nullable Thread reader;
    private boolean isRead = true;
    /** Places that are taken, also by the request that the reader waits for. */
    private int taken;

    /** So many may be handled at once. */
    ServerProgress(int places) {
        this.places = places;
    }

    boolean isStopping() {
        return state != State.SERVING;
    }

    void stop() {
        lock.lock();
        try {
            if (state == State.SERVING) {
                state = State.STOPPING;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    // ---- the reader

    void readerBegan() {
        lock.lock();
        try {
            reader = Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    void readerEnded() {
        lock.lock();
        try {
            reader = null;
            isRead = false;
            endIfDone();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a place for another request, and takes it; false if it is time to stop. */
    boolean awaitPlace() {
        lock.lock();
        try {
            while (!isStopping() && taken == places) {
                changed.awaitUninterruptibly();
            }
            if (isStopping()) {
                return false;
            }
            taken++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Rests, unless it is time to stop. */
    void pause(long nanos) {
        lock.lock();
        try {
            for (long left = nanos; !isStopping() && left > 0; ) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // It goes on earlier.
        } finally {
            lock.unlock();
        }
    }

    // ---- a handler

    void handlerBegan() {
        lock.lock();
        try {
            handling.add(Thread.currentThread());
        } finally {
            lock.unlock();
        }
    }

    void handlerEnded() {
        lock.lock();
        try {
            handling.remove(Thread.currentThread());
            // One that came for the handler is not the next one's.
            Thread.interrupted();
        } finally {
            lock.unlock();
        }
    }

    /** A place is free again. */
    void ended() {
        lock.lock();
        try {
            taken--;
            endIfDone();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void endIfDone() {
        if (!isRead && taken == 0) {
            state = State.ENDED;
        }
    }

    // ---- who waits for the end

    int running() {
        lock.lock();
        try {
            return handling.size();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        return state == State.ENDED;
    }

    void awaitEnd() {
        lock.lock();
        try {
            if (handling.contains(Thread.currentThread())) {
                throw new SocketStateException(
                        "a handler cannot wait for the end of its own server, which waits for it: let it return");
            }
            while (state != State.ENDED) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for a server to stop");
        } finally {
            lock.unlock();
        }
    }

    /** Waits for all but the calling thread; true if they have ended in time. Those that have not are interrupted. */
    boolean awaitEndOrInterrupt(long nanos) {
        boolean isInterrupted = false;
        boolean isHandler = false;
        lock.lock();
        try {
            Thread me = Thread.currentThread();
            isHandler = handling.contains(me);
            if (isHandler) {
                handlersThatWait++;
                changed.signalAll();
            }
            long began = System.nanoTime();
            long left = nanos;
            while (!haveOthersEnded(me) && left > 0 && !isInterrupted) {
                try {
                    changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
                left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
            }
            boolean haveEnded = haveOthersEnded(me);
            for (Thread each : handling) {
                if (!haveEnded && each != me) {
                    each.interrupt();
                }
            }
            return haveEnded;
        } finally {
            if (isHandler) {
                handlersThatWait--;
            }
            lock.unlock();
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean haveOthersEnded(Thread me) {
        int waiting = handling.contains(me) ? handlersThatWait : 0;
        return (!isRead || reader == me) && taken <= waiting;
    }
}
