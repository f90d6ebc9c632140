package io.zmq4j.socket;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.inproc.InprocRegistry;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Wakeable;
import io.zmq4j.session.BufferPool;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What a context's sockets share. Safe for any thread. */
public final class ContextCore {
    /** Aborting needs no peer, only our own threads; this long they have in the worst case. */
    private static final long ABORT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final InprocRegistry inproc = new InprocRegistry();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "zmq4j-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final BufferPool buffers = new BufferPool(executor);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition socketEnded = lock.newCondition();
    private final @Nullable Loop[] loops;
    private int nextLoop;
    private boolean loopsClosed;
    /** Sockets that are open, or closed and still handing messages over. */
    private final Set<SocketCore> sockets = new LinkedHashSet<>();
    /** Who waits for something else than these sockets, and ends with the context all the same. */
    private final Queue<Wakeable> watchers = new ConcurrentLinkedQueue<>();

    private volatile boolean closed;

    public ContextCore(int loopCount) {
        loops = new Loop[loopCount];
    }

    public SocketCore open(SocketType type) {
        lock.lock();
        try {
            if (closed) {
                throw new SocketClosedException("the context is closed");
            }
            var socket = new SocketCore(this, type);
            sockets.add(socket);
            return socket;
        } finally {
            lock.unlock();
        }
    }

    InprocRegistry inproc() {
        return inproc;
    }

    BufferPool buffers() {
        return buffers;
    }

    /** For what may block: name look-ups; and for what is not the waiting threads' work: futures. */
    Executor executor() {
        return executor;
    }

    /** A loop for another socket, in turn. */
    Loop chooseLoop() {
        lock.lock();
        try {
            if (loopsClosed) {
                throw new SocketClosedException("the context is closed");
            }
            int index = nextLoop++ % loops.length;
            Loop loop = loops[index];
            if (loop == null) {
                buffers.begin();
                loop = new Loop("zmq4j-loop-" + index);
                loops[index] = loop;
            }
            return loop;
        } finally {
            lock.unlock();
        }
    }

    /** A closed socket has come to its end; false if that is known. */
    boolean ended(SocketCore socket) {
        lock.lock();
        try {
            socketEnded.signalAll();
            return sockets.remove(socket);
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        return closed;
    }

    /** To be woken when the context is closed; before the look whether it is. */
    void watch(Wakeable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Wakeable watcher) {
        watchers.remove(watcher);
    }

    public void close(Duration timeout) {
        List<SocketCore> open;
        boolean first;
        lock.lock();
        try {
            first = !closed;
            closed = true;
            open = List.copyOf(sockets);
        } finally {
            lock.unlock();
        }
        open.forEach(SocketCore::close);
        watchers.forEach(Wakeable::signal);
        inproc.close();
        boolean interrupted = awaitSockets(SocketCore.nanos(timeout));
        remaining().forEach(SocketCore::abort);
        interrupted |= awaitSockets(ABORT_NANOS);
        if (first) {
            stop();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        lock.lock();
        try {
            loopsClosed = true;
            for (Loop loop : loops) {
                if (loop != null) {
                    loop.close();
                }
            }
        } finally {
            lock.unlock();
        }
        executor.shutdown();
    }

    private List<SocketCore> remaining() {
        lock.lock();
        try {
            return List.copyOf(sockets);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all sockets have come to their end; true if an interrupt ended the wait. */
    private boolean awaitSockets(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (!sockets.isEmpty() && left > 0) {
                left = socketEnded.awaitNanos(left);
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        } finally {
            lock.unlock();
        }
    }
}
