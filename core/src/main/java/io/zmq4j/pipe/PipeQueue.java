package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.jfr.Interval;
import io.zmq4j.jfr.JfrEvents;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import io.zmq4j.outbox.RunReader;
import io.zmq4j.queue.SpscQueue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a peer's double queue: whole messages from one producer to one consumer at a time, at most as many
 * as the high-water mark says, and two "call me" flags by which each side learns that the other has moved.
 *
 * <p><b>The flags.</b> A consumer that finds the queue empty, and wants to be told when it no longer is, stores
 * {@code readerWaits}, fences, and looks again; only then does it give up. A producer puts its messages, fences, and
 * looks at the flag. Whichever fence comes second in time sees the other's store, so a wake-up cannot be lost
 * (Dekker). The producer's fence is paid once for as many messages as it likes: {@link #wakesReader} is asked after a
 * batch, not per message. The same holds the other way round for a full queue and {@code writerWaits}. The thread that takes a
 * flag down with a compare-and-set is the only one that signals.
 *
 * <p>A waiting writer is called only when half of the queue is free again, or all of it, which keeps the two sides from
 * waking each other for every message; {@link #offer} itself succeeds as soon as there is room for one.
 *
 * <p><b>What has passed</b> is known from the counts that the two sides keep anyway, and from a weight beside each: the bytes in a
 * message's frames, of which the size is at hand where a message is put or taken. So to count costs an addition. What is no
 * message ({@link Aside}) is counted apart and subtracted, and so is what was thrown away unread. A thread that looks on from
 * outside may see one step of a side and not yet the next, and be wrong by the message that is being moved.
 *
 * <p><b>Who sent it</b> stands in the queue as well, in a {@link SenderMark} before what another peer has sent. The first one
 * need not: the producer names it before it puts anything, and the first thing it puts publishes the name. So a queue with
 * one peer has no mark in it, and a message costs nothing in any case. Where only the newest message is kept, it says itself
 * who sent it ({@link Newest}).
 */
public final class PipeQueue {
    private static final VarHandle READER_WAITS;
    private static final VarHandle WRITER_WAITS;
    private static final VarHandle DISCARDED;
    private static final VarHandle FULL;

    static {
        try {
            var lookup = MethodHandles.lookup();
            READER_WAITS = lookup.findVarHandle(PipeQueue.class, "readerWaits", boolean.class);
            WRITER_WAITS = lookup.findVarHandle(PipeQueue.class, "writerWaits", boolean.class);
            DISCARDED = lookup.findVarHandle(PipeQueue.class, "discarded", long.class);
            FULL = lookup.findVarHandle(PipeQueue.class, "full", Interval.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Bytes of a message that must not live a moment longer than its receiver wants. */
    private static final int LARGE = 4096;

    /** Made beforehand: where it is asked for there may be no memory. */
    private static final Predicate<Object> IS_OF_NOBODY = PipeQueue::isOfNobody;

    /**
     * Messages, {@link Run}s of them, and {@link Aside}s and {@link SenderMark}s between them; each weighs as many bytes as its
     * frames have.
     */
    private final SpscQueue<Object> messages = new SpscQueue<>();

    /** The consumer's. */
    private final RunReader runReader = new RunReader(messages);

    /** Instead of a high-water mark: only the newest message is kept. */
    private static final int CONFLATES = -1;

    /** Where the newest message is kept. Written before {@link #CONFLATES}, which says that it is there. */
    private @Nullable Newest latest;

    /** Null before the first. */
    private @Nullable Asides asides;

    /** The consumer's: who sent what it takes. The first one is set by the producer. */
    private @Nullable SenderMark reading;

    /** The consumer's: it has taken a mark, and nobody was told that there is room. */
    private boolean tookMark;

    /** The producer's: who sends what it puts, and how many elements had been put when nothing was behind that mark. */
    private @Nullable SenderMark writing;

    private long putBeforeSent;

    /** Messages that the consumer took out to throw them away. */
    private long discarded;

    private final DropCounters drops;
    private volatile int highWaterMark;
    private volatile boolean ended;

    // A new pipe's consumer has not looked yet, but will be told of its attachment; from then on the flag says it all.
    private volatile boolean readerWaits = true;
    private volatile boolean writerWaits;

    /** Since it came to its high-water mark, if somebody records that; ended by whoever takes it out. */
    private volatile @Nullable Interval full;

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
    @SuppressWarnings("NullAway") // there is a mark, before which its counts were made
    public void conflate() {
        if (conflates()) {
            return;
        }
        var newest = new Newest();
        latest = newest;
        synchronized (this) {
            highWaterMark = CONFLATES;
        }
        int older = 0;
        Message last = null;
        for (Object next = messages.poll(); next != null; next = messages.poll()) {
            if (next instanceof SenderMark mark) {
                asides.onTaken();
                reading = mark;
            } else {
                last = (Message) next;
                older++;
            }
        }
        addDiscarded(older);
        if (last != null && newest.keep(last)) {
            older--;
        }
        if (older > 0) {
            drops.add(DropReason.CONFLATED, older);
        }
    }

    /** Producer: adds a message; false if the queue is full. */
    boolean offer(Message message) {
        int limit = highWaterMark;
        return limit == CONFLATES ? replace(message) : messages.offer(message, message.size(), limit);
    }

    @SuppressWarnings("NullAway") // CONFLATES was seen, before which it was written
    private boolean replace(Message message) {
        messages.putWeight(message.size());
        if (!latest.put(message)) {
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
        messages.offer(message, message.size(), 0);
    }

    /** Producer: adds what is no message, beyond the high-water mark as well; it is polled like one. */
    void aside(Message message) {
        Aside aside = Aside.of(message);
        boolean isFirst = messages.countPut() == putBeforeSent;
        putNoMessage(aside);
        if (isFirst && aside == Aside.RESTART) {
            putBeforeSent++;
        }
    }

    /** Producer: what is put from now on was sent by this peer. Beyond the high-water mark as well. */
    public void sender(Peer peer) {
        SenderMark last = writing;
        if (latest != null) {
            latest.sender(peer);
        }
        if (last == null) {
            last = new SenderMark(peer);
            reading = last;
        } else if (peer.equals(last.peer())) {
            return;
        } else if (messages.countPut() == putBeforeSent) {
            last.peer(peer);
            return;
        } else {
            last = new SenderMark(peer);
            putNoMessage(last);
        }
        writing = last;
        putBeforeSent = messages.countPut();
    }

    private void putNoMessage(Object element) {
        Asides counts = asides;
        if (counts == null) {
            counts = new Asides();
            asides = counts;
        }
        counts.onPut();
        messages.offer(element, 0);
    }

    /** Consumer: who sent what was polled last; null if nobody was named. */
    @Nullable
    Peer sender() {
        Peer newest = latest == null ? null : latest.takenFrom();
        return newest != null ? newest : reading == null ? null : reading.peer();
    }

    /** Consumer: whether a mark was polled since this was asked last, which made room although it was no message. */
    boolean tookMark() {
        boolean took = tookMark;
        tookMark = false;
        return took;
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
        messages.putWeight(run.size());
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
        endFull();
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
            long size = message.size();
            messages.tookWeight(size);
            if (size >= LARGE) {
                messages.forgetTaken();
            }
            return message;
        }
        return next == null ? pollLatest() : pollOther(next);
    }

    private @Nullable Message pollLatest() {
        Message message = latest == null ? null : latest.take();
        if (message != null) {
            messages.tookWeight(message.size());
        }
        return message;
    }

    @SuppressWarnings("NullAway") // there is an aside, before which its counts were made
    private @Nullable Message pollOther(Object next) {
        messages.forgetTaken();
        if (next instanceof Aside aside) {
            asides.onTaken();
            if (latest != null) {
                latest.forgetTakenFrom();
            }
            return aside.message();
        }
        if (next instanceof SenderMark mark) {
            asides.onTaken();
            reading = mark;
            tookMark = true;
            // No deeper than this: two marks never stand one behind the other.
            return poll();
        }
        return runReader.open((Run) next);
    }

    /**
     * Consumer: throws away all that is there, now that nobody is to have it any more; gives how many messages that were.
     */
    public long discard() {
        long count = 0;
        long before = countTaken();
        long weight = messages.weightTaken();
        while (poll() != null) {
            if (countTaken() > before) {
                // One by one, so that no thread that looks on believes that all of them were handed over.
                addDiscarded(1);
                messages.tookWeight(weight - messages.weightTaken());
                count++;
            }
        }
        return count;
    }

    private void addDiscarded(long count) {
        DISCARDED.setOpaque(this, discarded + count);
    }

    /**
     * Consumer: the oldest messages, as many as fit behind {@code from}, up to the next run; returns the index behind the
     * last one. None while a run is open, or if only the newest is kept: then {@link #poll()} knows what comes next. Their
     * bytes are not counted as taken, so this is for a queue whose producer is a connection, which does not ask for that.
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

    /** Consumer: whether there is nothing to poll that anybody sent, but {@link Pipe#RESTART} as often as it may be. */
    boolean holdsOnlyMarks() {
        return runReader.isEmpty() && messages.holdsOnly(IS_OF_NOBODY) && hasNoLatest();
    }

    /** Whether it tells of peers and is nothing that they sent. */
    private static boolean isOfNobody(Object element) {
        return element == Aside.RESTART || element instanceof SenderMark;
    }

    private boolean hasNoLatest() {
        return latest == null || latest.isEmpty();
    }

    /** Whether there is nothing to poll. Any thread, for which it is a hint while a run is open. */
    public boolean isEmpty() {
        return messages.isEmpty() && runReader.isEmpty() && hasNoLatest();
    }

    /**
     * Consumer: whether the producer wants to be told of the room that was made. As {@link #wakesReader}, after a fence.
     */
    boolean wakesWriter() {
        boolean wakes = writerWaits && hasLowWater() && WRITER_WAITS.compareAndSet(this, true, false);
        if (wakes) {
            endFull();
        }
        return wakes;
    }

    /** Producer, for whom there was no room: whether it is known since when. */
    boolean isNotedFull() {
        return full != null;
    }

    /**
     * Producer, for whom there was no room: there has been none from the interval's beginning. The consumer may have taken the flag
     * down meanwhile and looked in vain for what is noted only now.
     */
    void noteFull(Interval interval) {
        full = interval;
        if (!writerWaits || ended) {
            endFull();
        }
    }

    private void endFull() {
        if (full != null) {
            JfrEvents.end((Interval) FULL.getAndSet(this, null));
        }
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

    /** The high-water mark: 0 for none, 1 if it conflates. Any thread. */
    public int highWaterMark() {
        int limit = highWaterMark;
        return limit == CONFLATES ? 1 : limit;
    }

    /** About how many messages are there, or whatever else takes room. */
    public int size() {
        return messages.size() + (hasNoLatest() ? 0 : 1);
    }

    // ---- what has passed: any thread

    /** How many messages have been put, those of a run that has not ended as far as they have been taken. */
    public long countPut() {
        Asides others = asides;
        long none = others == null ? 0 : others.put();
        long put = Math.max(messages.countPut(), messages.countTaken());
        return Math.max(0, put - none) + (latest == null ? 0 : latest.countPut());
    }

    /** How many bytes are in the frames of the messages that have been put, but of a run that has not ended. */
    public long bytesPut() {
        return messages.weightPut();
    }

    /** How many messages have been taken to be handed over. */
    public long countTaken() {
        long taken = messages.countTaken() + (latest == null ? 0 : latest.countTaken());
        Asides others = asides;
        long none = others == null ? 0 : others.taken();
        return Math.max(0, taken - none - (long) DISCARDED.getOpaque(this));
    }

    /** How many bytes are in the frames of the messages that have been taken to be handed over. */
    public long bytesTaken() {
        return messages.weightTaken();
    }

    /**
     * How many messages are there.
     *
     * @param more how many a run that has not ended has beside its first one
     */
    long length(int more) {
        Asides others = asides;
        long none = others == null ? 0 : others.put() - others.taken();
        long taken = messages.countTaken();
        return Math.max(0, messages.countPut() + more - taken - none) + (hasNoLatest() ? 0 : 1);
    }
}
