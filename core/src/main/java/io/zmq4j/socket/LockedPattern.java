package io.zmq4j.socket;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.jfr.Interval;
import io.zmq4j.loop.Failure;
import io.zmq4j.loop.Waiter;
import io.zmq4j.loop.Wakeable;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.outbox.FlushPace;
import io.zmq4j.pattern.Pattern;
import io.zmq4j.pattern.Row;
import io.zmq4j.pattern.Shape;
import io.zmq4j.pattern.Traits;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A socket's pattern behind its {@link SocketLock}, with its {@link Peers}, its {@link Inbox} and the threads that wait for it. Safe
 * for any thread.
 *
 * <pre>
 *   send, receive ──► SocketLock ──► Pattern ──► pipes
 *                        │             ▲
 *                     mailbox ──► Peers│
 *                                    Inbox
 * </pre>
 */
final class LockedPattern implements PipeOwner {
    private final SocketType type;
    private final DropCounters drops;
    private final SocketRecords records;
    private final Shape shape;
    private final boolean readsEagerly;
    /** Whether one thread that waits for a message can stand in for another: not if taking one changes what all may do. */
    private final boolean receiversAreAlike;
    /** The same of threads that wait for room: only if any room will do, and not that of the peers whom a message is for. */
    private final boolean sendersAreAlike;

    private final SocketLock lock = new SocketLock(this::onSignals, this::pipes);
    private final Waiters waiters = new Waiters();
    private final ReadAhead ahead = new ReadAhead();

    /**
     * What the application may do.
     *
     * <pre>
     *   OPEN ──shut down──► SHUT_DOWN: nothing, but what its peers send is taken, and what was sent goes out
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

    // ---- guarded by the lock

    private final Pattern pattern;
    private final Inbox inbox;
    private final Peers peers;

    LockedPattern(Row row, OptionValues options, DropCounters drops, SocketRecords records) {
        Traits traits = row.traits();
        this.type = row.type();
        this.drops = drops;
        this.records = records;
        this.shape = traits.shape();
        this.readsEagerly = traits.readsEagerly();
        this.receiversAreAlike = !traits.takesTurns();
        this.sendersAreAlike = traits.sending() == Traits.Sending.WAITS && !traits.takesTurns();
        this.pattern = row.pattern().create(options, drops);
        this.inbox = new Inbox(pattern, ahead, traits.readsAhead());
        this.peers = new Peers(lock, pattern, inbox, options, drops);
    }

    private void onSignals(PipeEnd pipe, int signals) {
        peers.onSignals(pipe, signals);
    }

    private List<PipeEnd> pipes() {
        return peers.pipes();
    }

    // ---- the lock

    /** Lets no signal lie, unless another thread has the lock, which will find it. */
    void workOffMailbox() {
        lock.workOffMailbox();
    }

    /** Runs something with the lock if that is free now; gives its result, or false if the lock is taken. */
    boolean tryLocked(BooleanSupplier action) {
        return lock.tryLocked(action);
    }

    /** Does something with the pattern. */
    <T extends @Nullable Object> T locked(Function<Pattern, T> action) {
        lock.enter();
        try {
            checkOpen();
            inbox.giveBack();
            T result = action.apply(pattern);
            inbox.sift();
            return result;
        } finally {
            lock.leave();
        }
    }

    /** Before messages and peers: neither closed nor shut down. */
    void checkOpen() {
        if (state != State.OPEN) {
            checkNotClosed();
            throw new SocketClosedException(type + " socket can only be closed: its context is shut down");
        }
    }

    /** Before everything else. */
    void checkNotClosed() {
        if (state == State.CLOSED) {
            throw new SocketClosedException(type + " socket is closed");
        }
    }

    // ---- signals

    @Override
    public void flushLater(PipeEnd pipe) {
        lock.flushLater(pipe);
    }

    @Override
    public void holdBack(PipeEnd pipe) {
        lock.holdBack(pipe);
    }

    @Override
    public void wasRead(PipeEnd pipe) {
        lock.wasRead(pipe);
    }

    @Override
    public void wasExhausted(PipeEnd pipe) {
        lock.post(pipe, Signal.ENDED);
    }

    @Override
    public void wasRefused(PipeEnd pipe) {
        peers.refused(pipe);
    }

    @Override
    public void signal(PipeEnd pipe, int signals) {
        int toSeeTo = lock.post(pipe, signals);
        wake(toSeeTo);
        if (readsEagerly || (toSeeTo & ~(Signal.READABLE | Signal.WRITABLE)) != 0) {
            lock.workOffMailbox();
        }
    }

    @Override
    public @Nullable Interval isFull(PipeEnd pipe, PipeQueue queue) {
        return records.isFull(pipe, queue);
    }

    @Override
    public @Nullable Interval isStalled(PipeEnd pipe) {
        return records.isStalled(pipe);
    }

    /** A message or room is one thread's affair; that a peer came or went is everybody's. */
    private void wake(int signals) {
        boolean message = (signals & Signal.READABLE) != 0;
        boolean room = (signals & Signal.WRITABLE) != 0;
        boolean isMore = (signals & ~(Signal.READABLE | Signal.WRITABLE)) != 0;
        if (isMore || (message && !receiversAreAlike) || (room && !sendersAreAlike)) {
            waiters.wakeAll();
            return;
        }
        if (message) {
            waiters.wake(Waiters.Kind.RECEIVER);
        }
        if (room) {
            waiters.wake(Waiters.Kind.SENDER);
        }
    }

    /** Makes everybody who waits look again. */
    void wake() {
        waiters.wakeAll();
    }

    // ---- messages

    boolean trySend(Message message) {
        return trySend(message, true);
    }

    /**
     * As {@link #trySend}, by a thread that passes on many and calls {@link #flushHeldBack} after them, whatever happens: so the
     * caretaker need not look in between.
     */
    boolean trySendWithMore(Message message) {
        return trySend(message, false);
    }

    private boolean trySend(Message message, boolean keeps) {
        lock.enter();
        try {
            checkOpen();
            if (shape != Shape.ANY) {
                shape.check(type, message);
            }
            return pattern.trySend(message);
        } finally {
            lock.leave(keeps);
        }
    }

    @Nullable
    Message tryReceive() {
        Message message = ahead.poll();
        return message != null ? message : receiveLocked(null);
    }

    /** As {@link #tryReceive}; puts who sent it into the caller's array of one, and allocates nothing for that. */
    @Nullable
    Message tryReceiveNoting(@Nullable Peer[] sender) {
        Message message = ahead.pollNoting(sender);
        return message != null ? message : receiveLocked(sender);
    }

    private @Nullable Message receiveLocked(@Nullable Peer @Nullable [] sender) {
        lock.enter();
        try {
            checkOpen();
            return inbox.receive(sender);
        } finally {
            lock.leave();
        }
    }

    /** As {@link #tryReceive}, with who sent it. */
    @Nullable
    Received tryReceiveFrom() {
        Received received = ahead.pollFrom();
        if (received != null) {
            return received;
        }
        lock.enter();
        try {
            checkOpen();
            return inbox.receiveFrom();
        } finally {
            lock.leave();
        }
    }

    /** A message that was taken and could not be passed on: the next receive gives it. */
    void putBack(Received received) {
        lock.enter();
        try {
            if (isClosed()) {
                drops.add(DropReason.UNREAD_AT_CLOSE, 1);
                return;
            }
            inbox.putBack(received);
        } finally {
            lock.leave();
        }
        wake(Signal.READABLE);
    }

    boolean canReceive() {
        lock.enter();
        try {
            checkOpen();
            return inbox.hasMessage();
        } finally {
            lock.leave();
        }
    }

    boolean canSend() {
        lock.enter();
        try {
            checkOpen();
            return pattern.canSend();
        } finally {
            lock.leave();
        }
    }

    // ---- waiting

    /** Begins to watch: to be woken by everything, and to take nothing that another waits for. */
    void addWaiter(Wakeable waiter) {
        waiters.watch(waiter);
        boolean begun = false;
        try {
            shareOnlyPipe();
            begun = true;
        } finally {
            if (!begun) {
                waiters.unwatch(waiter);
            }
        }
    }

    void removeWaiter(Wakeable waiter) {
        waiters.unwatch(waiter);
    }

    /** Begins to wait, for the only pipe in a selector of its own as long as nobody else waits. */
    Waiters.Entry join(Waiters.Kind kind, Waiter waiter) {
        Waiters.Entry entry = waiters.join(kind, waiter);
        boolean begun = false;
        try {
            shareUnlessAlone(entry);
            begun = true;
            return entry;
        } finally {
            if (!begun) {
                // One that stayed in the line would get another's call.
                leave(entry);
            }
        }
    }

    /** Before each look that may be followed by a block; the waiter's signal is cleared. */
    void renew(Waiters.Entry entry) {
        if (entry.renew()) {
            shareUnlessAlone(entry);
        }
    }

    /** Waits no longer: what is left for others of its kind is told to one of them. */
    void leave(Waiters.Entry entry) {
        if (entry.leave() && waiters.hasWaiting(entry.kind())) {
            passOn(entry.kind());
        }
    }

    private void passOn(Waiters.Kind kind) {
        boolean isMore = true;
        try {
            isMore = kind == Waiters.Kind.RECEIVER ? canReceive() : canSend();
        } catch (SocketClosedException e) {
            // Which everybody has been told.
        } finally {
            if (isMore) {
                waiters.callOne(kind);
            }
        }
    }

    /** About how many threads wait to take this. */
    int waiting(Waiters.Kind kind) {
        return waiters.count(kind);
    }

    /** Whether nobody else waits. */
    boolean isAlone(Waiters.Entry entry) {
        return waiters.isAlone(entry);
    }

    private void shareUnlessAlone(Waiters.Entry entry) {
        if (!waiters.isAlone(entry)) {
            shareOnlyPipe();
        }
    }

    private void shareOnlyPipe() {
        PipeEnd only = peers.only();
        if (only != null) {
            only.share();
        }
    }

    /** A pipe with a large backlog that nobody has seen to since; asked again, null. */
    @Nullable
    PipeEnd takeBacklogged() {
        return lock.takeBacklogged();
    }

    @Nullable
    PipeEnd onlyPipe() {
        return peers.only();
    }

    /** Sends off what was held back for company: before anybody waits. */
    void flushHeldBack() {
        lock.flushHeldBack();
    }

    FlushPace pace() {
        return lock.pace();
    }

    // ---- statistics, options and the end

    /** What has passed and what waits; after the end as well. */
    SocketStatistics statistics() {
        Survey survey;
        lock.enter();
        try {
            survey = peers.survey(inbox.readAhead());
        } finally {
            lock.leave();
        }
        return survey.result(drops.snapshot());
    }

    /** As {@link #statistics}; null if the lock is taken, which may be by the calling thread. */
    @Nullable
    SocketStatistics tryStatistics() {
        var found = new Survey[1];
        boolean isFree = lock.tryLocked(() -> {
            found[0] = peers.survey(inbox.readAhead());
            return true;
        });
        return isFree ? found[0].result(drops.snapshot()) : null;
    }

    /** The high-water marks changed: they hold for live pipes at once. */
    void highWaterMarks(int inbound, int outbound) {
        lock.enter();
        try {
            peers.onHighWaterMarks(inbound, outbound);
        } finally {
            lock.leave();
        }
        wake();
    }

    /** The number of peers that the pattern knows to be connected. */
    int peerCount() {
        return peers.connectedCount();
    }

    /** Whether any peer is there, or is expected on a connected endpoint; the pattern may be told of others soon. */
    boolean hasPresent() {
        return peers.anyPresent();
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Whether what is queued is worth waiting for. */
    boolean wantsLinger() {
        lock.lock();
        try {
            return pattern.wantsLinger();
        } finally {
            lock.leave();
        }
    }

    /** Ends every operation from now on, and leaves the pipes open. Without effect on one that is closed. */
    void shutDown() {
        lock.lock();
        try {
            if (state == State.OPEN) {
                state = State.SHUT_DOWN;
                // What is read ahead is given out without a look at the state.
                inbox.giveBack();
            }
        } finally {
            lock.leave();
            wake();
        }
    }

    /** Ends every operation from now on; gives the pipes that are to be closed. Called again, it gives those that are left. */
    List<PipeEnd> close() {
        lock.lock();
        try {
            List<PipeEnd> open = peers.close();
            if (!isClosed()) {
                state = State.CLOSED;
                countUnread();
            }
            return open;
        } finally {
            lock.leave();
            wake();
        }
    }

    /** A count is not worth a socket that does not close. */
    private void countUnread() {
        try {
            long unread = inbox.takeUnread(type.topics() == SocketType.Topics.PUBLISHES);
            if (unread > 0) {
                drops.add(DropReason.UNREAD_AT_CLOSE, unread);
            }
        } catch (RuntimeException | Error e) {
            Failure.UNREAD.log(e);
        }
    }
}
