package io.zmq4j.patterns.delivery;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.delivery.protocol.Links;
import io.zmq4j.patterns.delivery.protocol.Outgoing;
import io.zmq4j.patterns.delivery.protocol.Route;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The thread of one side: takes what comes to its sockets, gives it to the {@link Links} with the lock held, and sends what these say
 * without it, so that nobody waits for a write.
 */
final class Pump {
    /**
     * How far it is.
     *
     * <pre>{@code
     *   RUNNING ----- stop -----> LEAVING -----> ENDED
     *      |                                       ^
     *      +--- the context is closed, a failure --+
     * }</pre>
     */
    enum State {
        RUNNING,
        /** It says goodbye. */
        LEAVING,
        /** Its sockets are closed. */
        ENDED
    }

    private static final System.Logger LOG = System.getLogger("io.zmq4j.patterns.delivery");

    /** Commands that are sent before somebody else has a turn. */
    private static final int MOST_SENT = 64;

    /** So that no flood keeps it from going on; what one peer may have queued is less. */
    private static final int MOST_DRAINED = 32;

    /** A wait that is not longer than this ends soon enough by itself. */
    private static final long MOMENT_NANOS = 1_000_000;

    private final Links<?> links;
    private final ReentrantLock lock;
    private final Signal signal;
    private final Runnable changed;
    private final List<Port> ports = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile State state = State.RUNNING;

    /**
     * @param changed is called with the lock held when something may have changed, and when it has ended
     */
    Pump(String name, Links<?> links, ReentrantLock lock, Signal signal, Runnable changed) {
        this.links = links;
        this.lock = lock;
        this.signal = signal;
        this.changed = changed;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(Port port) {
        ports.add(port);
        if (state != State.RUNNING) {
            port.close();
        }
        signal.raise();
    }

    boolean isEnded() {
        return state == State.ENDED;
    }

    /** Ends it, after a goodbye to the peers; returns when its sockets are closed, or the time is over. */
    void stop(Duration patience) {
        lock.lock();
        try {
            if (state == State.RUNNING) {
                state = State.LEAVING;
            }
        } finally {
            lock.unlock();
        }
        signal.raise();
        boolean wasInterrupted = false;
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); left > 0 && thread.isAlive(); ) {
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (state == State.RUNNING) {
                round();
            }
            leave();
        } catch (SocketClosedException e) {
            LOG.log(System.Logger.Level.DEBUG, "the context is closed", e);
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.ERROR, thread.getName() + " has failed", e);
        } finally {
            end();
        }
    }

    private void round() {
        boolean isBusy = false;
        for (Port port : ports) {
            isBusy |= port.poll(this);
        }
        lock.lock();
        try {
            links.tick(System.nanoTime());
        } finally {
            lock.unlock();
        }
        isBusy |= sends(MOST_SENT);
        long wait;
        lock.lock();
        try {
            changed.run();
            long now = System.nanoTime();
            wait = links.dueNanos(now) - now;
        } finally {
            lock.unlock();
        }
        if (!isBusy) {
            signal.await(wait, wait <= MOMENT_NANOS);
        }
    }

    /** Sends what there is; whether there is more. */
    private boolean sends(int most) {
        for (int i = 0; i < most; i++) {
            Outgoing outgoing = next();
            if (outgoing == null) {
                return false;
            }
            if (!((Path) outgoing.route()).trySend(outgoing.message())) {
                drain();
                broken(outgoing.route());
            }
        }
        return true;
    }

    /** Takes what has come: a peer that is gone may have acknowledged something before. */
    private void drain() {
        for (Port port : ports) {
            for (int i = 0; i < MOST_DRAINED && port.poll(this); i++) {
                // As long as there is more.
            }
        }
    }

    private @Nullable Outgoing next() {
        lock.lock();
        try {
            return links.next(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        sends(Integer.MAX_VALUE);
        lock.lock();
        try {
            links.leave(System.nanoTime());
        } finally {
            lock.unlock();
        }
        sends(Integer.MAX_VALUE);
    }

    private void end() {
        for (Port port : ports) {
            port.close();
        }
        lock.lock();
        try {
            state = State.ENDED;
            changed.run();
        } finally {
            lock.unlock();
        }
    }

    void received(Route route, Message command) {
        lock.lock();
        try {
            links.received(route, command, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    void connected(Route route) {
        lock.lock();
        try {
            links.connected(route, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    void broken(Route route) {
        lock.lock();
        try {
            links.broken(route, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    void brokenIf(Predicate<Route> isGone) {
        List<Route> routes;
        lock.lock();
        try {
            routes = links.routes();
        } finally {
            lock.unlock();
        }
        routes.stream().filter(isGone).forEach(this::broken);
    }
}
