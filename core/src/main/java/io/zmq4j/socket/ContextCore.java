package io.zmq4j.socket;

import io.zmq4j.connection.BufferPool;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.inproc.InprocRegistry;
import io.zmq4j.jfr.JfrEvents;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Wakeable;
import io.zmq4j.notice.Notices;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pattern.Row;
import io.zmq4j.pattern.Rows;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.snapshot.LoopSnapshot;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a context's sockets share. Safe for any thread. */
public final class ContextCore {
    /** Aborting needs no peer, only our own threads; this long they have in the worst case. */
    private static final long ABORT_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** After which a step of closing is taken again that failed for want of something. */
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Made beforehand: a lambda that is first linked while there is no memory stays broken. */
    private static final Consumer<Thread> UNPARK = LockSupport::unpark;

    /** Some of a handshake's work may wait for somebody else, such as a key distribution centre. */
    private static final int LEAST_AT_A_TIME = 4;

    private static final AtomicInteger MADE = new AtomicInteger();

    /** Which of this process's contexts it is. */
    private final int number = MADE.incrementAndGet();

    private final long madeAt = System.nanoTime();
    private final InprocRegistry inproc = new InprocRegistry();
    private final EventLog eventLog = new EventLog();
    private final ContextSettings settings;
    private final ExecutorService pool;
    private final Executor executor;
    private final Workers workers;
    private final Turns turns;
    private final BufferPool buffers;
    private final Notices notices;
    private final ZapClient zap = new ZapClient(this);
    private final StatisticsRecords statisticsRecords;
    private final JfrEvents jfr;

    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable Loop[] loops;
    private int nextLoop;
    private boolean loopsClosed;
    /** Sockets that are open, or closed and still handing messages over. */
    private final Set<SocketCore> sockets = new LinkedHashSet<>();
    /** What the sockets dropped that have come to their end. */
    private final DropCounters dropsOfEnded = new DropCounters();
    /** The same of all that passed. */
    private final EndedTotals totalsOfEnded = new EndedTotals();
    /** How many sockets there ever were. */
    private long opened;

    /** What the options of a socket begin with, for each type that there was one of. */
    private final Map<SocketType, OptionValues> beginnings = new HashMap<>();

    /** Who waits for something else than these sockets, and ends with the context all the same. */
    private final Queue<Wakeable> watchers = new ConcurrentLinkedQueue<>();
    /** What handles messages by itself. */
    private final Queue<Activity> activities = new ConcurrentLinkedQueue<>();

    /**
     * The threads that wait for the sockets to end. A condition of the lock would not do: where memory runs out while one is
     * signalled, the JDK's leaves the waiting thread between its two lists, where it turns for ever.
     */
    private final Queue<Thread> closing = new ConcurrentLinkedQueue<>();

    /** Whether a worker is about to tell whoever watches. */
    private final AtomicBoolean hasChanged = new AtomicBoolean();

    /**
     * What is left to do.
     *
     * <pre>
     *   OPEN ──shut down──► SHUT_DOWN: its sockets can only be closed
     *     └──close──► CLOSED ◄──close──┘
     * </pre>
     */
    private enum State {
        OPEN,
        SHUT_DOWN,
        CLOSED
    }

    /** Written with the lock held. */
    private volatile State state = State.OPEN;

    /** Guarded by the lock. */
    private @Nullable ShutdownHook shutdownHook;

    /** With what an endpoint can begin, other modules' included. */
    public static List<String> schemes() {
        return Schemes.names();
    }

    public ContextCore(ContextSettings settings) {
        this.settings = settings;
        loops = new Loop[settings.ioLoops()];
        ThreadFactory threads = threadsFor("worker");
        pool = Executors.newCachedThreadPool(threads);
        Executor own = settings.executor();
        executor = own == null ? pool : new Preferred(own, pool);
        workers = new Workers(pool, threads, own == null ? null : new Preferred(own, Runnable::run));
        turns = new Turns(pool, Math.max(LEAST_AT_A_TIME, Runtime.getRuntime().availableProcessors()));
        buffers = new BufferPool(pool);
        notices = new Notices(settings.warnings(), pool);
        statisticsRecords = new StatisticsRecords(this);
        jfr = new JfrEvents(pool, statisticsRecords);
        LiveContexts.add(this);
    }

    /** What it says to the log. */
    public Notices notices() {
        return notices;
    }

    public String name() {
        return settings.name();
    }

    /** Which of this process's contexts it is, in the order in which they were made, from 1. */
    public int number() {
        return number;
    }

    /** Makes threads for a part of this context's work. */
    ThreadFactory threadsFor(String part) {
        return settings.threadsFor(part);
    }

    /** A socket of one of the types of RFC 28 to 31 for the application, whose options begin as it said. */
    public SocketCore open(SocketType type) {
        Row row = Rows.of(type);
        return open(row, () -> beginning(row).snapshot());
    }

    /** A socket for the library itself: its options begin as for a context for which nothing is said. */
    public SocketCore open(Row row) {
        return open(row, () -> new OptionValues(row.type(), row.options()));
    }

    /** With the lock held. */
    private OptionValues beginning(Row row) {
        return beginnings.computeIfAbsent(row.type(), type -> settings.sockets().forSocket(type, row.options()));
    }

    private SocketCore open(Row row, Supplier<OptionValues> options) {
        jfr.watch();
        lock.lock();
        try {
            checkOpen();
            var socket = new SocketCore(this, opened + 1, row, options.get());
            sockets.add(socket);
            opened++;
            return socket;
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() {
        if (state != State.OPEN) {
            throw new SocketClosedException(isClosed() ? "the context is closed" : "the context is shut down");
        }
    }

    /** What Flight Recorder is told. */
    JfrEvents jfr() {
        return jfr;
    }

    /** Its sockets are others, or are called something else. Whoever watches is told by a worker, once for what comes at a time. */
    void changed() {
        if (LiveContexts.isWatched() && hasChanged.compareAndSet(false, true)) {
            try {
                pool.execute(this::tellChange);
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                hasChanged.set(false);
            }
        }
    }

    private void tellChange() {
        hasChanged.set(false);
        LiveContexts.tell(this);
    }

    InprocRegistry inproc() {
        return inproc;
    }

    /** Asks about peers. */
    ZapClient zap() {
        return zap;
    }

    BufferPool buffers() {
        return buffers;
    }

    /** For what may block: name look-ups, and code of the application's. */
    public Executor executor() {
        return executor;
    }

    /** For what is not the waiting threads' work: futures. */
    Workers workers() {
        return workers;
    }

    /** For what keeps a processor busy. */
    Executor turns() {
        return turns;
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
                loop = new Loop(threadsFor("loop-" + index), jfr);
                loops[index] = loop;
            }
            return loop;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A closed socket has come to its end. The thread may have that socket's lock, or another's: it waits for none. Where the lock is
     * taken, a thread that has none waits for it and ends the socket.
     */
    void ended(SocketCore socket) {
        SocketStatistics last = null;
        try {
            last = socket.pattern().tryStatistics();
            if (last == null) {
                pool.execute(() -> ended(socket, socket.statistics()));
                return;
            }
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // Numbers are not worth a socket that does not end.
        }
        ended(socket, last);
    }

    private void ended(SocketCore socket, @Nullable SocketStatistics last) {
        boolean isFirst = false;
        lock.lock();
        try {
            isFirst = sockets.remove(socket);
            if (isFirst) {
                socket.drops().addTo(dropsOfEnded);
                if (socket.isApplications()) {
                    totalsOfEnded.add(socket, last);
                }
            }
        } finally {
            lock.unlock();
        }
        if (isFirst) {
            statisticsRecords.tell(socket, last);
        }
        changed();
        closing.forEach(UNPARK);
    }

    private boolean haveEnded() {
        lock.lock();
        try {
            return sockets.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Whether its sockets can only be closed, or are. */
    boolean isOver() {
        return state != State.OPEN;
    }

    /** To be woken when the context is over; before the look whether it is. */
    void watch(Wakeable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Wakeable watcher) {
        watchers.remove(watcher);
    }

    /** Something handles messages of this context from now on. Stopped at once if the context is over already. */
    public void began(Activity activity) {
        activities.add(activity);
        if (isOver()) {
            activity.beginStop();
        }
    }

    public void ended(Activity activity) {
        activities.remove(activity);
    }

    /** Closes the context within this time, negative for no limit, when the JVM ends; the last call's time counts. */
    public void closeOnShutdown(Duration timeout) {
        var next = new ShutdownHook(this, timeout);
        lock.lock();
        try {
            checkOpen();
            next.add();
            removeShutdownHook();
            shutdownHook = next;
        } finally {
            lock.unlock();
        }
    }

    private void removeShutdownHook() {
        if (shutdownHook != null) {
            shutdownHook.remove();
            shutdownHook = null;
        }
    }

    /** Ends every call that waits, and every later one; sockets stay as they are until they are closed. */
    public void shutDown() {
        lock.lock();
        try {
            if (state != State.OPEN) {
                return;
            }
            state = State.SHUT_DOWN;
        } finally {
            lock.unlock();
        }
        activities.forEach(Activity::beginStop);
        for (SocketCore socket : sockets()) {
            // What the library has for itself, such as a monitor, goes on as long as what it is for.
            if (socket.isApplications()) {
                socket.shutDown();
            }
        }
        watchers.forEach(Wakeable::signal);
    }

    /**
     * Closes everything that can be closed, whatever is short at the moment, and then throws what failed to the end: the loops
     * and their threads end in any case.
     */
    public void close(Duration timeout) {
        long began = System.nanoTime();
        long nanos = SocketCore.nanos(timeout);
        boolean first = beginClosing();
        boolean interrupted = false;
        try {
            endActivities(nanos, began);
            interrupted = endSockets(false, left(nanos, began), first);
            interrupted |= endSockets(true, ABORT_NANOS, false);
        } finally {
            if (first) {
                stop();
                notices.end();
                LiveContexts.remove(this);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The context's own threads, whatever executor the application has given. */
    Executor pool() {
        return pool;
    }

    /** A thread of the context runs it, as it reads for long; never the executor of the application. */
    void begin(ServerCore server) {
        began(server);
        try {
            pool.execute(server::run);
        } catch (RejectedExecutionException e) {
            throw new SocketClosedException("the context is closed");
        }
    }

    private boolean beginClosing() {
        lock.lock();
        try {
            boolean first = !isClosed();
            state = State.CLOSED;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** One that cannot be stopped, for want of memory, ends all the same when its socket is closed, which is next. */
    private void endActivities(long nanos, long began) {
        try {
            for (Activity each : activities) {
                each.beginStop();
            }
            for (Activity each : activities) {
                each.endStop(left(nanos, began));
            }
        } catch (OutOfMemoryError e) {
            // The sockets must be closed in any case.
        }
    }

    /**
     * Closes the sockets, or aborts them, and waits until all have come to their end. One that cannot be closed, for want of
     * memory or of a thread, is closed again a little later.
     *
     * @param isSaid whether it is said what is waited for
     * @return whether an interrupt ended the wait
     */
    private boolean endSockets(boolean abort, long nanos, boolean isSaid) {
        long began = System.nanoTime();
        while (true) {
            long left = nanos;
            try {
                closeAll(abort);
                left = left(nanos, began);
                return awaitSockets(left, isSaid ? new CloseNotice(notices, this::sockets, left) : null);
            } catch (Error e) {
                left = left(nanos, began);
                if (left <= 0 && abort) {
                    throw e;
                }
            }
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(this, Math.min(left, AGAIN_NANOS));
            if (Thread.interrupted()) {
                return true;
            }
        }
    }

    private static long left(long nanos, long began) {
        return nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
    }

    /** One that fails keeps no other from being closed. */
    private void closeAll(boolean abort) {
        Error failure = null;
        for (SocketCore socket : sockets()) {
            try {
                if (abort) {
                    socket.abort();
                } else {
                    socket.close();
                }
            } catch (Error e) {
                failure = e;
            }
        }
        try {
            watchers.forEach(Wakeable::signal);
            inproc.close();
        } catch (Error e) {
            failure = e;
        }
        if (failure != null) {
            throw failure;
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
            removeShutdownHook();
        } finally {
            lock.unlock();
            jfr.close();
            pool.shutdown();
        }
    }

    /** Those that are open, or closed and still handing messages over, the oldest first. */
    public List<SocketCore> sockets() {
        lock.lock();
        try {
            return List.copyOf(sockets);
        } finally {
            lock.unlock();
        }
    }

    /** The last events of all sockets, the oldest first. */
    public List<LoggedEvent> events() {
        return eventLog.events();
    }

    EventLog eventLog() {
        return eventLog;
    }

    /** How everything stands; looking changes nothing. */
    public ContextSnapshot snapshot() {
        List<LoopSnapshot> running = new ArrayList<>();
        List<SocketCore> open;
        List<EndedSockets> ended;
        lock.lock();
        try {
            for (Loop loop : loops) {
                if (loop != null) {
                    running.add(new LoopSnapshot(loop.name(), loop.isAlive(), loop.rounds()));
                }
            }
            open = List.copyOf(sockets);
            ended = totalsOfEnded.all();
        } finally {
            lock.unlock();
        }
        return new ContextSnapshot(
                name(),
                number,
                Version.current(),
                ProcessHandle.current().pid(),
                Instant.now(),
                Duration.ofNanos(System.nanoTime() - madeAt),
                running,
                open.stream()
                        .filter(SocketCore::isApplications)
                        .map(SocketCore::snapshot)
                        .toList(),
                ended,
                eventLog.events());
    }

    /** What all sockets dropped so far, those that have come to their end included. */
    public Map<DropReason, Long> dropped() {
        var all = new DropCounters();
        lock.lock();
        try {
            dropsOfEnded.addTo(all);
            for (SocketCore socket : sockets) {
                socket.drops().addTo(all);
            }
        } finally {
            lock.unlock();
        }
        return all.snapshot();
    }

    /** Waits until all sockets have come to their end; true if an interrupt ended the wait. */
    private boolean awaitSockets(long nanos, @Nullable CloseNotice notice) {
        long began = System.nanoTime();
        Thread me = Thread.currentThread();
        closing.add(me);
        try {
            for (long left = nanos; left > 0 && !haveEnded(); left = left(nanos, began)) {
                if (Thread.interrupted()) {
                    return true;
                }
                LockSupport.parkNanos(this, notice == null ? left : Math.min(left, notice.nanosUntilSaid()));
                if (notice != null && notice.nanosUntilSaid() == 0) {
                    notice.say();
                    notice = null;
                }
            }
            return false;
        } finally {
            closing.remove(me);
        }
    }
}
