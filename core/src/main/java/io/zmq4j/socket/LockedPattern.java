package io.zmq4j.socket;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.loop.Failure;
import io.zmq4j.loop.Waiter;
import io.zmq4j.loop.Wakeable;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.outbox.FlushPace;
import io.zmq4j.pattern.Pattern;
import io.zmq4j.pattern.Row;
import io.zmq4j.pattern.Traits;
import io.zmq4j.pipe.Mailbox;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pattern under its socket's lock, with its pipes and their signals. Safe for any thread.
 *
 * <p><b>The lock</b> guards the pattern and everything that is not volatile here. It is held for the few nanoseconds a
 * pattern needs, never while anything blocks: what follows from an operation (flush this pipe, tell that one of room) is
 * noted in an {@link Aftermath} and done after the release. Only the rare closing of a pipe by its pattern happens
 * inside.
 *
 * <p><b>Signals</b> from pipes come from any thread into the {@link Mailbox} and are worked off by the thread that holds the lock
 * next. So that a new peer, a subscription or a departure does not wait for the application's next call, the thread that
 * signals tries the lock; if another has it, that one looks into the mailbox again after releasing it.
 */
final class LockedPattern implements PipeOwner {
    /**
     * The pattern whose mailbox the thread is working off. Reading makes room, room makes a connection read on, and what it
     * reads is a signal again: without this, a peer that sends fast enough would decide how deep the stack gets.
     */
    private static final ThreadLocal<@Nullable LockedPattern> WORKING = new ThreadLocal<>();

    /** A bound against a peer that sends as fast as we count. */
    private static final int MOST_READABLE = 1_000_000;

    /**
     * Bytes queued behind a full kernel from which on a sender had better help than queue more. Far more than the kernel
     * takes at a time, so that nothing runs dry; little enough to stay in caches and young generations: a thousand
     * messages of a megabyte halve the throughput.
     */
    private static final long HIGH_BACKLOG = 8 << 20;

    /** The notes of a pipe whose peer the pattern knows to have left, and of one that it did not take; see {@link Aftermath}. */
    private static final int LEFT = 16;

    private static final int REFUSED = 32;

    /** The notes of a pipe whose peer the pattern knows to be connected, and of a refused one of which all is counted. */
    private static final int ACCEPTED = 64;

    private static final int COUNTED = 128;

    /** The note of a pipe that is let go of, until what has passed through it is added to the totals. */
    private static final int TO_ADD = 256;

    private final SocketType type;
    /** Whether what its application receives are subscriptions, which nobody misses. */
    private final boolean publishes;

    private final OptionValues options;
    private final DropCounters drops;
    private final boolean readsEagerly;
    /** Whether one thread that waits for a message can stand in for another: not if taking one changes what all may do. */
    private final boolean receiversAreAlike;
    /** The same of threads that wait for room: only if any room will do, and not that of the peers whom a message is for. */
    private final boolean sendersAreAlike;

    private final PlainLock lock = new PlainLock();
    private final Mailbox mailbox = new Mailbox();
    private final Mailbox.Handler handler = this::onSignals;
    private final Waiters waiters = new Waiters();
    private final ReadAhead ahead = new ReadAhead();

    private volatile boolean closed;
    /** Pipes whose handshake is complete and whose peer is there, as far as the pattern knows. */
    private volatile int peerCount;
    /** Pipes that are attached and whose peer has not left, connected already or not. */
    private volatile int present;
    /** The pipe if there is exactly one, which can be read without asking the selector. */
    private volatile @Nullable PipeEnd onlyPipe;
    /** A pipe that a sender found with a large backlog, until one has seen to it. */
    private volatile @Nullable PipeEnd backlogged;

    // ---- guarded by the lock

    private final Pattern pattern;
    private final Set<PipeEnd> pipes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<PipeEnd> connected = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Totals departed = new Totals();
    private final FlushPace pace = new FlushPace(System::nanoTime);
    private final Aftermath toFlush = new Aftermath(1, this::pipes);
    private final Aftermath wereRead = new Aftermath(2, this::pipes);
    private final Aftermath heldBack = new Aftermath(4, this::pipes);
    private final Aftermath newlyHeldBack = new Aftermath(8, this::pipes);

    /** Read ahead and put back: before anything else, and before what is read ahead, of which there is none then. */
    private final ArrayDeque<Received> putBack = new ArrayDeque<>();

    /**
     * Whether a flood may be read ahead: receiving only takes messages, none replaces another, and all peers so far came over
     * a wire (see {@link ReadAhead}, "Refused").
     */
    private boolean readsAhead;

    LockedPattern(Row row, OptionValues options, DropCounters drops) {
        Traits traits = row.traits();
        this.type = row.type();
        this.publishes = type.topics() == SocketType.Topics.PUBLISHES;
        this.options = options;
        this.drops = drops;
        this.pattern = row.pattern().create(options, drops);
        this.readsAhead = traits.readsAhead();
        this.readsEagerly = traits.readsEagerly();
        this.receiversAreAlike = !traits.takesTurns();
        this.sendersAreAlike = traits.sending() == Traits.Sending.WAITS && !traits.takesTurns();
    }

    private List<PipeEnd> pipes() {
        return List.copyOf(pipes);
    }

    // ---- the lock

    private void enter() {
        lock.lock();
        if (!mailbox.isEmpty()) {
            mailbox.drain(handler);
        }
    }

    /** Releases the lock and does what was put off until then. */
    private void leave() {
        leave(true);
    }

    /** {@code keeps}: whether the caretaker is asked to look after what is newly held back. */
    private void leave(boolean keeps) {
        try {
            releaseLock(keeps);
            if (!mailbox.isEmpty()) {
                workOffMailbox();
            }
        } catch (OutOfMemoryError e) {
            // What was sent or received is so, whatever memory is missing for what follows.
            Failure.AFTERMATH.log(e);
        }
    }

    /** Until the lock is released nothing is allocated, not even an iterator. */
    private void releaseLock(boolean keeps) {
        PipeEnd flush = toFlush.takeFirst();
        List<PipeEnd> flushes = flush == null ? null : toFlush.takeOthers();
        PipeEnd read = wereRead.takeFirst();
        List<PipeEnd> reads = read == null ? null : wereRead.takeOthers();
        PipeEnd newlyHeld = newlyHeldBack.takeFirst();
        List<PipeEnd> newlyHelds = newlyHeld == null ? null : newlyHeldBack.takeOthers();
        PipeEnd held = pace.isDue() ? heldBack.takeFirst() : null;
        List<PipeEnd> others = held == null ? null : takeHeldBack(held);
        if (keeps && held == null && newlyHeld != null) {
            newlyHeld.keep();
            if (newlyHelds != null) {
                for (int i = 0; i < newlyHelds.size(); i++) {
                    newlyHelds.get(i).keep();
                }
            }
        }
        lock.unlock();
        // Mostly one of them or none; where both are possible, a second call would be compiled into every send.
        if (flush == null) {
            flush = held;
            flushes = others;
        } else if (held != null) {
            flushAll(held, others);
        }
        if (flush != null) {
            flushAll(flush, flushes);
        }
        if (read != null) {
            read.afterRead();
            if (reads != null) {
                reads.forEach(PipeEnd::afterRead);
            }
        }
    }

    /** The pipes beside the first one that have something held back, or null; all of them are told that it goes out. */
    private @Nullable List<PipeEnd> takeHeldBack(PipeEnd first) {
        List<PipeEnd> others = heldBack.takeOthers();
        first.release();
        if (others != null) {
            for (int i = 0; i < others.size(); i++) {
                others.get(i).release();
            }
        }
        return others;
    }

    private void flushAll(PipeEnd first, @Nullable List<PipeEnd> others) {
        flush(first);
        if (others != null) {
            others.forEach(this::flush);
        }
    }

    private void flush(PipeEnd pipe) {
        pipe.flush();
        if (pipe.backlog() > HIGH_BACKLOG) {
            backlogged = pipe;
        }
    }

    /** Lets no signal lie, unless another thread has the lock, which will find it. */
    void workOffMailbox() {
        LockedPattern outer = WORKING.get();
        if (outer == this) {
            return;
        }
        WORKING.set(this);
        try {
            while (!mailbox.isEmpty() && lock.tryLock()) {
                mailbox.drain(handler);
                releaseLock(true);
            }
        } finally {
            WORKING.set(outer);
        }
    }

    /** Runs something with the lock if that is free now; gives its result, or false if the lock is taken. */
    boolean tryLocked(BooleanSupplier action) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            return action.getAsBoolean();
        } finally {
            leave();
        }
    }

    /** Does something with the pattern. */
    <T extends @Nullable Object> T locked(Function<Pattern, T> action) {
        enter();
        try {
            checkOpen();
            ahead.drainTo(putBack);
            T result = action.apply(pattern);
            if (!putBack.isEmpty()) {
                putBack.removeIf(received -> !pattern.stillTakes(received.message()));
            }
            return result;
        } finally {
            leave();
        }
    }

    void checkOpen() {
        if (closed) {
            throw new SocketClosedException(type + " socket is closed");
        }
    }

    // ---- signals

    @Override
    public void flushLater(PipeEnd pipe) {
        toFlush.add(pipe);
    }

    @Override
    public void holdBack(PipeEnd pipe) {
        heldBack.add(pipe);
        newlyHeldBack.add(pipe);
    }

    @Override
    public void wasRead(PipeEnd pipe) {
        wereRead.add(pipe);
    }

    @Override
    public void wasExhausted(PipeEnd pipe) {
        mailbox.post(pipe, Signal.ENDED);
    }

    @Override
    public void wasRefused(PipeEnd pipe) {
        pipe.note(REFUSED);
        try {
            if (pipes.contains(pipe)) {
                leave(pipe);
            }
        } finally {
            detachRefused(pipe);
        }
    }

    /** Also one that was never attached: the pattern may have failed half-way. */
    private void detachRefused(PipeEnd pipe) {
        try {
            pattern.detach(pipe);
        } finally {
            if (pipe.isNoted(ACCEPTED) && pipe.isEnded()) {
                // Nobody reads it to its end any more, and word of that may have come.
                mailbox.post(pipe, Signal.ENDED);
            }
            try {
                forget(pipe);
            } finally {
                addUp(pipe);
            }
        }
    }

    @Override
    public void signal(PipeEnd pipe, int signals) {
        int toSeeTo = mailbox.post(pipe, signals);
        wake(toSeeTo);
        if (readsEagerly || (toSeeTo & ~(Signal.READABLE | Signal.WRITABLE)) != 0) {
            workOffMailbox();
        }
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

    /** The boundary for errors in a pattern: they end with the pipe that caused them. Throws nothing: others are to follow. */
    private void onSignals(PipeEnd pipe, int signals) {
        try {
            dispatch(pipe, signals);
        } catch (Throwable e) {
            closeAfter(e, pipe);
        }
    }

    private static void closeAfter(Throwable failure, PipeEnd pipe) {
        try {
            pipe.refuse(CloseReason.INTERNAL_ERROR);
        } catch (Throwable e) {
            Failure.PEER.log(e);
        }
        Failure.PEER.log(failure);
    }

    private void dispatch(PipeEnd pipe, int signals) {
        if ((signals & Signal.ATTACH) != 0 && !attach(pipe)) {
            return;
        }
        if (!pipes.contains(pipe)) {
            if ((signals & Signal.ENDED) != 0 && pipe.isNoted(REFUSED)) {
                countRefused(pipe);
            }
            return;
        }
        if ((signals & Signal.DISCONNECTED) != 0) {
            pattern.disconnected(pipe);
        }
        if ((signals & Signal.CONNECTED) != 0) {
            pattern.connected(pipe);
            if (pipe.isNoted(REFUSED)) {
                return;
            }
            pipe.note(ACCEPTED);
            pipe.accepted();
        }
        if (pipe.isConnected() ? connected.add(pipe) : connected.remove(pipe)) {
            peerCount = connected.size();
        }
        if ((signals & Signal.WRITABLE) != 0) {
            pattern.writable(pipe);
        }
        if ((signals & (Signal.READABLE | Signal.ENDED)) != 0) {
            pattern.readable(pipe);
        }
        if (pipe.isGone()) {
            leave(pipe);
        }
        if ((signals & Signal.ENDED) != 0 && (closed || pipe.isDrained())) {
            detach(pipe);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // guarded by the lock
    private boolean attach(PipeEnd pipe) {
        if (closed) {
            pipe.refuse(CloseReason.CLOSED_LOCALLY);
            return false;
        }
        // Those of its endpoint are older.
        pipe.onHighWaterMarks(options.get(SocketOptions.RCVHWM), options.get(SocketOptions.SNDHWM));
        if (!pattern.attach(pipe)) {
            pipe.refuse(CloseReason.REFUSED_BY_SOCKET);
            return false;
        }
        if (pipe.isNoted(REFUSED)) {
            return false;
        }
        pipes.add(pipe);
        present++;
        readsAhead &= pipe.hasWire() && !pipe.conflates();
        onlyPipe = pipes.size() == 1 ? pipe : null;
        return true;
    }

    /** The peer is not there any more. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // guarded by the lock
    private void leave(PipeEnd pipe) {
        if (pipe.note(LEFT)) {
            present--;
            pattern.left(pipe);
        }
    }

    private void detach(PipeEnd pipe) {
        leave(pipe);
        pattern.detach(pipe);
        try {
            forget(pipe);
            count(DropReason.UNREAD_AT_CLOSE, pipe.takeUnread());
            count(closed ? DropReason.LINGER_EXPIRED : DropReason.PEER_GONE, pipe.takeLost());
        } finally {
            addUp(pipe);
        }
    }

    /**
     * Adds what has passed through a pipe that was let go of to that of all before, once, whatever failed on the way here and
     * however often it is tried again. Nothing has passed through one that was refused from the beginning.
     */
    private void addUp(PipeEnd pipe) {
        if (pipe.isNoted(TO_ADD)) {
            pipe.strike(TO_ADD);
            if (pipe.isNoted(ACCEPTED)) {
                departed.add(pipe);
            }
        }
    }

    private void countRefused(PipeEnd pipe) {
        if (!pipe.isNoted(ACCEPTED)) {
            count(DropReason.NOT_RECEIVING, pipe.takeUnread());
        } else if (pipe.note(COUNTED)) {
            count(DropReason.NOT_RECEIVING, pipe.takeUnread());
            count(closed ? DropReason.LINGER_EXPIRED : DropReason.PEER_GONE, pipe.takeLost());
        }
    }

    private void forget(PipeEnd pipe) {
        if (pipes.remove(pipe)) {
            pipe.note(TO_ADD);
        }
        if (connected.remove(pipe)) {
            peerCount = connected.size();
        }
        toFlush.forget(pipe);
        heldBack.forget(pipe);
        newlyHeldBack.forget(pipe);
        wereRead.forget(pipe);
        // Last, as it takes memory.
        onlyPipe = null;
        if (pipes.size() == 1) {
            onlyPipe = pipes.iterator().next();
        }
    }

    private void count(DropReason reason, long messages) {
        if (messages > 0) {
            drops.add(reason, messages);
        }
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
        enter();
        try {
            checkOpen();
            return pattern.trySend(message);
        } finally {
            leave(keeps);
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
        enter();
        try {
            checkOpen();
            if (!putBack.isEmpty()) {
                Received first = putBack.poll();
                if (sender != null) {
                    sender[0] = first.peer();
                }
                return first.message();
            }
            return readsAhead ? ahead.receive(pattern, sender) : pattern.tryReceive(sender, 0);
        } finally {
            leave();
        }
    }

    /** As {@link #tryReceive}, with who sent it. */
    @Nullable
    Received tryReceiveFrom() {
        Received received = ahead.pollFrom();
        if (received != null) {
            return received;
        }
        enter();
        try {
            checkOpen();
            return putBack.isEmpty() ? ahead.receiveFrom(pattern, readsAhead) : putBack.poll();
        } finally {
            leave();
        }
    }

    /** A message that was taken and could not be passed on: the next receive gives it. */
    void putBack(Received received) {
        enter();
        try {
            if (closed) {
                count(DropReason.UNREAD_AT_CLOSE, 1);
                return;
            }
            putBack.addFirst(received);
            // In this order: it was received before what was read ahead.
            ahead.drainTo(putBack);
        } finally {
            leave();
        }
        wake(Signal.READABLE);
    }

    boolean canReceive() {
        enter();
        try {
            checkOpen();
            return !ahead.isEmpty() || !putBack.isEmpty() || pattern.canReceive();
        } finally {
            leave();
        }
    }

    boolean canSend() {
        enter();
        try {
            checkOpen();
            return pattern.canSend();
        } finally {
            leave();
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
        PipeEnd only = onlyPipe;
        if (only != null) {
            only.share();
        }
    }

    /** A pipe with a large backlog that nobody has seen to since; asked again, null. */
    @Nullable
    PipeEnd takeBacklogged() {
        PipeEnd pipe = backlogged;
        if (pipe != null) {
            backlogged = null;
        }
        return pipe;
    }

    @Nullable
    PipeEnd onlyPipe() {
        return onlyPipe;
    }

    /** Sends off what was held back for company: before anybody waits. */
    void flushHeldBack() {
        pace.waiting();
        PipeEnd held;
        List<PipeEnd> others;
        lock.lock();
        try {
            held = heldBack.takeFirst();
            if (held == null) {
                return;
            }
            others = takeHeldBack(held);
        } finally {
            leave();
        }
        flushAll(held, others);
    }

    FlushPace pace() {
        return pace;
    }

    // ---- statistics, options and the end

    /** What has passed and what waits; after the end as well. */
    SocketStatistics statistics() {
        Survey survey;
        enter();
        try {
            survey = new Survey(departed, (long) ahead.size() + putBack.size() + pattern.readAhead());
            for (PipeEnd pipe : pipes) {
                survey.see(pipe, pattern.routingId(pipe));
            }
        } finally {
            leave();
        }
        return survey.result(drops.snapshot());
    }

    /** The high-water marks changed: they hold for live pipes at once. */
    void highWaterMarks(int inbound, int outbound) {
        enter();
        try {
            for (PipeEnd pipe : pipes) {
                pipe.onHighWaterMarks(inbound, outbound);
                // There may be room where there was none, and nobody would come to tell.
                pattern.writable(pipe);
            }
        } finally {
            leave();
        }
        wake();
    }

    /** The number of peers that the pattern knows to be connected. */
    int peerCount() {
        return peerCount;
    }

    /** Whether any peer is there, or is expected on a connected endpoint; the pattern may be told of others soon. */
    boolean hasPresent() {
        return present > 0;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether what is queued is worth waiting for. */
    boolean wantsLinger() {
        lock.lock();
        try {
            return pattern.wantsLinger();
        } finally {
            leave();
        }
    }

    /** Ends every operation from now on; gives the pipes that are to be closed. Called again, it gives those that are left. */
    List<PipeEnd> close() {
        lock.lock();
        try {
            List<PipeEnd> open = pipes();
            if (!closed) {
                closed = true;
                countUnread();
            }
            return open;
        } finally {
            leave();
            wake();
        }
    }

    /** A count is not worth a socket that does not close. */
    private void countUnread() {
        try {
            ahead.drainTo(putBack);
            count(DropReason.UNREAD_AT_CLOSE, putBack.size());
            putBack.clear();
            count(DropReason.UNREAD_AT_CLOSE, takeReadable());
        } catch (RuntimeException | Error e) {
            Failure.UNREAD.log(e);
        }
    }

    /** Takes out what could be received: the pattern may have read ahead. What is behind that is counted per pipe. */
    private long takeReadable() {
        long count = 0;
        while (!publishes && count < MOST_READABLE && pattern.canReceive()) {
            if (pattern.tryReceive() != null) {
                count++;
            }
        }
        return count;
    }
}
