package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.queue.SpscQueue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a peer's double queue: whole messages from one producer to one consumer at a time, at most as many
 * as the high-water mark says, and two "call me" flags by which each side learns that the other has moved.
 *
 * <p><b>The flags.</b> A consumer that finds the queue empty, and wants to be told when it no longer is, stores
 * {@code readerWaits}, fences, and looks again; only then does it give up. A producer puts its messages, fences, and
 * looks at the flag. Whichever fence comes second in time sees the other's store, so a wake-up cannot be lost
 * (Dekker). The producer's fence is paid once for as many messages as it likes: {@link #wakesReader} is asked after a
 * batch, not per message. The same holds the other way round for a full queue and {@code writerWaits}. Whoever takes a
 * flag down with a compare-and-set is the only one who signals.
 *
 * <p>A waiting writer is called only when half of the queue is free again, or all of it, which keeps the two sides from
 * waking each other for every message; {@link #offer} itself succeeds as soon as there is room for one.
 */
public final class PipeQueue {
    private static final VarHandle READER_WAITS;
    private static final VarHandle WRITER_WAITS;

    static {
        try {
            var lookup = MethodHandles.lookup();
            READER_WAITS = lookup.findVarHandle(PipeQueue.class, "readerWaits", boolean.class);
            WRITER_WAITS = lookup.findVarHandle(PipeQueue.class, "writerWaits", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Bytes of a message that must not live a moment longer than its receiver wants. */
    private static final int LARGE = 4096;

    /** Messages, and {@link Run}s of them. */
    private final SpscQueue<Object> messages = new SpscQueue<>();

    /** The consumer's. */
    private final RunReader runReader = new RunReader(messages);

    /** Instead of a high-water mark: only the newest message is kept. */
    private static final int CONFLATES = -1;

    /** Where the newest message is kept. Written before {@link #CONFLATES}, which says that it is there. */
    private @Nullable AtomicReference<@Nullable Message> latest;

    private final DropCounters drops;
    private volatile int highWaterMark;
    private volatile boolean ended;

    // A new pipe's consumer has not looked yet, but will be told of its attachment; from then on the flag says it all.
    private volatile boolean readerWaits = true;
    private volatile boolean writerWaits;

    /** A queue that takes {@code highWaterMark} messages, any number if it is 0. */
    public PipeQueue(int highWaterMark, boolean conflate, DropCounters drops) {
        this.highWaterMark = highWaterMark;
        this.drops = drops;
        if (conflate) {
            conflate();
        }
    }

    /**
     * Keeps only the newest message from now on, also of those that are there. By the consumer; a producer may be at work.
     */
    public void conflate() {
        if (conflates()) {
            return;
        }
        var newest = new AtomicReference<@Nullable Message>();
        latest = newest;
        synchronized (this) {
            highWaterMark = CONFLATES;
        }
        int older = 0;
        Message last = null;
        for (Object next = messages.poll(); next != null; next = messages.poll()) {
            last = (Message) next;
            older++;
        }
        if (last != null && newest.compareAndSet(null, last)) {
            older--;
        }
        if (older > 0) {
            drops.add(DropReason.CONFLATED, older);
        }
    }

    /** Producer: adds a message; false if the queue is full. */
    boolean offer(Message message) {
        int limit = highWaterMark;
        return limit == CONFLATES ? replace(message) : messages.offer(message, limit);
    }

    @SuppressWarnings("NullAway") // CONFLATES was seen, before which it was written
    private boolean replace(Message message) {
        if (latest.getAndSet(message) != null) {
            drops.add(DropReason.CONFLATED, 1);
        }
        return true;
    }

    /** Producer: adds a message; false if the queue is full, and then the consumer calls when there is room. */
    public boolean offerOrWait(Message message) {
        if (offer(message)) {
            return true;
        }
        writerWaits = true;
        VarHandle.fullFence();
        if (offer(message)) {
            writerWaits = false;
            return true;
        }
        return false;
    }

    /** Producer: adds a message beyond the high-water mark as well. */
    void force(Message message) {
        messages.offer(message, 0);
    }

    /** Whether only the newest message is kept: then it takes no {@link Run}. */
    public boolean conflates() {
        return highWaterMark == CONFLATES;
    }

    /** Producer: adds a run, of which only the first message counts until it has {@link #ended}. */
    void share(Run run) {
        messages.offer(run, 0);
    }

    /** Producer: the run that was added last has ended. */
    void ended(Run run) {
        messages.putMore(run.count() - 1);
    }

    /** Producer: whether there is room for a message; if not, the consumer calls when there is. */
    public boolean hasRoomOrWait() {
        if (hasRoom()) {
            return true;
        }
        writerWaits = true;
        VarHandle.fullFence();
        if (hasRoom()) {
            writerWaits = false;
            return true;
        }
        return false;
    }

    /** Producer: whether there is room for a message. */
    public boolean hasRoom() {
        int limit = highWaterMark;
        return limit == CONFLATES || messages.hasRoom(limit);
    }

    /** Producer: for how many messages there is room at least; as many as an int can say if there is no limit. */
    int room() {
        int limit = highWaterMark;
        return limit <= 0 ? Integer.MAX_VALUE : Math.max(0, limit - messages.size());
    }

    /** Either side: there will be no more messages. */
    void end() {
        ended = true;
    }

    /** Whether one side has ended it; what was put before is still there. */
    public boolean isEnded() {
        return ended;
    }

    /**
     * Producer: whether the consumer wants to be told of what was put since the last call. The caller has executed a
     * full fence (or a volatile store that is followed by this volatile load) since then.
     */
    boolean wakesReader() {
        return readerWaits && READER_WAITS.compareAndSet(this, true, false);
    }

    /** Consumer: the oldest message, or null. */
    public @Nullable Message poll() {
        if (runReader.isOpen()) {
            Message message = runReader.poll();
            if (message != null || runReader.isOpen()) {
                return message;
            }
        }
        Object next = messages.poll();
        if (next instanceof Message message) {
            if (message.size() >= LARGE) {
                messages.forgetTaken();
            }
            return message;
        }
        if (next == null) {
            return latest == null ? null : latest.getAndSet(null);
        }
        messages.forgetTaken();
        return runReader.open((Run) next);
    }

    /**
     * Consumer: the oldest messages, as many as fit behind {@code from}, up to the next run; returns the index behind the
     * last one. None while a run is open, or if only the newest is kept: then {@link #poll()} knows what comes next.
     */
    int poll(@Nullable Message[] into, int from) {
        return runReader.isOpen() ? from : messages.poll(Message.class, into, from);
    }

    /** Consumer: what comes next of a run whose first message was polled; see {@link RunReader#copy}. */
    public int copy(byte[] into, int at) {
        return runReader.isOpen() ? runReader.copy(into, at) : at;
    }

    /** Consumer: the oldest message; or null, and then the producer calls when there is one. */
    @Nullable
    Message pollOrWait() {
        Message message = poll();
        if (message != null) {
            return message;
        }
        readerWaits = true;
        VarHandle.fullFence();
        message = poll();
        if (message != null) {
            readerWaits = false;
        }
        return message;
    }

    /** Consumer: whether there is nothing to poll but this, as often as it may be. */
    boolean holdsOnly(Message mark) {
        return runReader.isEmpty() && messages.holdsOnly(mark) && (latest == null || latest.get() == null);
    }

    /** Whether there is nothing to poll. Any thread, for which it is a hint while a run is open. */
    public boolean isEmpty() {
        return messages.isEmpty() && runReader.isEmpty() && (latest == null || latest.get() == null);
    }

    /**
     * Consumer: whether the producer wants to be told of the room that was made. As {@link #wakesReader}, after a fence.
     */
    boolean wakesWriter() {
        return writerWaits && hasLowWater() && WRITER_WAITS.compareAndSet(this, true, false);
    }

    private boolean hasLowWater() {
        int limit = highWaterMark;
        return limit <= 0 || messages.size() <= limit / 2;
    }

    /** The high-water mark from now on, 0 for none; what is there already stays. Means nothing if it conflates. */
    public synchronized void highWaterMark(int messages) {
        if (!conflates()) {
            highWaterMark = messages;
        }
    }

    /** About how many messages are there. */
    public int size() {
        return messages.size() + (latest != null && latest.get() != null ? 1 : 0);
    }
}
