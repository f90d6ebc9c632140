package io.zmq4j.socket;

import io.zmq4j.loop.Failure;
import io.zmq4j.loop.Wakeable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Which threads wait for a socket, and which of them a signal wakes: one consumer, and every watcher.
 *
 * <p>A <i>consumer</i> takes something: a {@link Kind#RECEIVER} a message, a {@link Kind#SENDER} room. One will do for each
 * signal, and so a message costs the same with one waiting thread and with three hundred. A <i>watcher</i> only looks, such
 * as a poller, or takes what it wants without being anybody's substitute, such as a socket's futures: to wake it instead of a
 * consumer would lose the signal, so it is woken always, and owes nothing.
 *
 * <pre>
 *   join ──► WAITING ──wake──► CALLED
 *              │ ▲               │
 *         leave│ └────renew──────┤ leave: passes it on
 *              ▼                 ▼
 *             LEFT ◄─────────────┘
 * </pre>
 *
 * <ul>
 *   <li><i>Invariant:</i> while there is something to take and a consumer waits for it, another consumer has been called and
 *       has not finished. What there is to take begins with a signal, which calls one. One that was called looks, and either
 *       finds nothing, and then there is nothing; or takes something and leaves, or leaves without having looked (a time-out,
 *       an interrupt, an error), and then <i>passes the call on</i> if there still is something to take. So a batch of
 *       messages with one signal wakes as many as there are messages, one after the other.
 *   <li><i>Being in the line</i> is what makes a consumer be called: the thread that calls takes it out, and the thread that was called
 *       stands in the line again before it looks again. It is in there at most once. One that has left is never called: leaving
 *       and calling are a compare-and-set of the same word, so a call is either passed on or goes to the next in the line.
 *   <li><i>Memory order:</i> a consumer clears its own signal, then enters the line, then looks; a signaller makes the change,
 *       then looks into the line. Queue and state are volatile, so one of them sees the other. In between the consumer may be
 *       called: that signal comes after the clearing, and the block that follows ends at once.
 *   <li><i>Order:</i> first in, first out. So the thread that drives the loop is mostly the next to be called, and has the message without
 *       a switch between threads. A consumer that was called in vain, as another was faster, goes to the end of the line.
 *   <li><i>Errors:</i> a watcher that fails keeps nobody else from being woken.
 *   <li><i>Refused:</i> to wake everybody (2 ms of processor time for each message with 300 threads); to pass every call on
 *       without looking (another switch between threads for each message); a lock with conditions (a signal comes from
 *       inside a connection and must never wait).
 * </ul>
 *
 * <p>Where consumers are not alike, because each waits for something of its own or one that takes changes what the others may
 * do, everybody is woken: {@link #wakeAll}. Safe for any thread.
 */
final class Waiters {
    private static final VarHandle STATE;
    private static final Consumer<Wakeable> SIGNAL = new SignalEach();

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Entry.class, "state", State.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What a thread waits for. */
    enum Kind {
        RECEIVER,
        SENDER,
        WATCHER
    }

    private enum State {
        WAITING,
        CALLED,
        LEFT
    }

    private final ConcurrentLinkedQueue<Entry> receivers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Entry> senders = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Wakeable> watchers = new ConcurrentLinkedQueue<>();

    /** One thread's wait, from {@link #join} to {@link #leave}; the thread's own. A watcher's is never called. */
    final class Entry implements Wakeable {
        private final Kind kind;
        private final Queue<? super Entry> queue;
        private final Wakeable thread;
        private volatile State state = State.WAITING;
        private boolean wasCalled;

        private Entry(Kind kind, Wakeable thread) {
            this.kind = kind;
            this.queue = kind == Kind.WATCHER ? watchers : line(kind);
            this.thread = thread;
        }

        Kind kind() {
            return kind;
        }

        /** Before it looks: stands in the line, if it was called; true if so. The thread has cleared its signal. */
        boolean renew() {
            wasCalled = state == State.CALLED;
            if (wasCalled) {
                state = State.WAITING;
                queue.add(this);
            }
            return wasCalled;
        }

        /** Waits no longer. True if it was called, since before its last look: then it passes on what it leaves. */
        boolean leave() {
            if (STATE.compareAndSet(this, State.WAITING, State.LEFT)) {
                queue.remove(this);
                return wasCalled;
            }
            return true;
        }

        private boolean call() {
            if (!STATE.compareAndSet(this, State.WAITING, State.CALLED)) {
                return false;
            }
            thread.signal();
            return true;
        }

        @Override
        public void signal() {
            thread.signal();
        }
    }

    private ConcurrentLinkedQueue<Entry> line(Kind kind) {
        return kind == Kind.RECEIVER ? receivers : senders;
    }

    /** Begins to wait: before the look after which the thread blocks. */
    Entry join(Kind kind, Wakeable thread) {
        var entry = new Entry(kind, thread);
        entry.queue.add(entry);
        return entry;
    }

    void watch(Wakeable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Wakeable watcher) {
        watchers.remove(watcher);
    }

    /** Whether a consumer of this kind is in the line. */
    boolean hasWaiting(Kind kind) {
        return !line(kind).isEmpty();
    }

    /** About how many consumers of this kind wait. */
    int count(Kind kind) {
        return line(kind).size();
    }

    /** Whether nobody else waits, or is known to. */
    boolean isAlone(Wakeable waiter) {
        return holdsOnly(receivers, waiter) && holdsOnly(senders, waiter) && holdsOnly(watchers, waiter);
    }

    /** Without an iterator: it is asked after a message was taken, when nothing may fail any more. */
    private static boolean holdsOnly(ConcurrentLinkedQueue<? extends Wakeable> some, Wakeable waiter) {
        Wakeable first = some.peek();
        return first == null || (first == waiter && some.size() == 1);
    }

    /** There may be something to take: calls one consumer of this kind, and wakes all watchers. */
    void wake(Kind kind) {
        callOne(kind);
        wake(watchers);
    }

    /** Calls one consumer of this kind. */
    void callOne(Kind kind) {
        ConcurrentLinkedQueue<Entry> line = line(kind);
        for (Entry next = line.poll(); next != null && !next.call(); ) {
            next = line.poll();
        }
    }

    /** Something has changed that may be anybody's affair. */
    void wakeAll() {
        wake(receivers);
        wake(senders);
        wake(watchers);
    }

    private static void wake(ConcurrentLinkedQueue<? extends Wakeable> some) {
        if (!some.isEmpty()) {
            some.forEach(SIGNAL);
        }
    }

    /** Neither a loop, whose iterator would be allocated, nor a lambda: a call must not be lost for want of memory. */
    private static final class SignalEach implements Consumer<Wakeable> {
        @Override
        public void accept(Wakeable waiter) {
            try {
                waiter.signal();
            } catch (RuntimeException | Error e) {
                Failure.WAITER.log(e);
            }
        }
    }
}
