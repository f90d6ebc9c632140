package io.zmq4j.pipe;

import io.zmq4j.event.Peer;
import io.zmq4j.jfr.Interval;
import io.zmq4j.loop.Waiter;
import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.outbox.Flush;
import io.zmq4j.outbox.Run;
import io.zmq4j.outbox.RunLength;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.ShortMessage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A socket's end of a peer's double queue. The {@link Pipe} face is used with the socket's lock held; the rest says
 * itself who may call it.
 */
public final class PipeEnd implements Pipe {
    private static final byte[] NO_ID = {};
    private static final VarHandle SIGNALS;
    private static final int UNTOLD_SHIFT = 16;
    private static final int PENDING = (1 << UNTOLD_SHIFT) - 1;

    static {
        try {
            SIGNALS = MethodHandles.lookup().findVarHandle(PipeEnd.class, "signals", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final PipeOwner owner;
    private final PipeQueue inbound;
    private final PipeQueue outbound;
    private final byte @Nullable [] assignedRoutingId;
    private @Nullable Far far;

    /** Whether the peer subscribes here. */
    private boolean publishes;

    /** What the owner has noted to do with this pipe after releasing the lock; its own bits, guarded by that lock. */
    private int noted;

    /** The run that grows at the end of the outbound queue, guarded by the owner's lock; shared with others or not. */
    private @Nullable Run open;

    private final RunLength runLength = new RunLength();

    /** Who is there, or was last. */
    private volatile @Nullable Peer peer;

    /** Connections that have ended, and for how many of them the reader has been told; both the inbound producer's. */
    private volatile int breaks;

    private int restarts;

    private volatile boolean connected;

    /** Connections so far, and when the last one was made: written before {@link #connected}, by whoever writes that. */
    private int connections;

    private volatile long connectedAt;

    /**
     * Two halves of the same bits; see {@link Mailbox}.
     *
     * <pre>
     *   31        16 15         0
     *   +-----------+-----------+
     *   |  untold   |  pending  |
     *   +-----------+-----------+
     * </pre>
     */
    @SuppressWarnings("unused")
    private int signals;

    /** The pipe below this one in the mailbox's stack. */
    @Nullable
    PipeEnd below;

    public PipeEnd(PipeOwner owner, PipeQueue inbound, PipeQueue outbound, byte @Nullable [] assignedRoutingId) {
        this.owner = owner;
        this.inbound = inbound;
        this.outbound = outbound;
        this.assignedRoutingId = assignedRoutingId;
    }

    /** Completes the construction; before anybody else knows the pipe. */
    public void far(Far far) {
        this.far = far;
    }

    /** What comes in may be a subscription. Before anybody else knows the pipe. */
    public void publishes() {
        publishes = true;
    }

    private Far far() {
        if (far == null) {
            throw new IllegalStateException("a pipe without a far end");
        }
        return far;
    }

    // ---- near side, socket's lock held

    @Override
    public boolean tryWrite(Message message) {
        if (isGone()) {
            return false;
        }
        if (writtenToRun(message)) {
            return true;
        }
        if (!outbound.offerOrWait(message)) {
            noteFull(outbound);
            owner.flushLater(this);
            return false;
        }
        written(message);
        return true;
    }

    private boolean writtenToRun(Message message) {
        Run run = open;
        if (run != null) {
            if (run.pipes() == 1 && run.add(message)) {
                grew(run);
                if (run.isFull()) {
                    endRun();
                }
                return true;
            }
            endRun();
        }
        int most = Math.min(shareable(message), runLength.next());
        if (most < RunLength.LEAST) {
            return false;
        }
        run = new Run(message, most, 1);
        share(run);
        grew(run);
        return true;
    }

    @Override
    public int shareable(Message message) {
        // Asked for every message that is written by itself: what says no mostly comes first.
        int holdable = far().holdable(message.size());
        if (holdable < RunLength.LEAST || !ShortMessage.is(message) || outbound.conflates()) {
            return 0;
        }
        return Math.min(holdable - (open == null ? 0 : open.count()), room());
    }

    @Override
    public void share(Run run) {
        endRun();
        open = run;
        outbound.share(run);
    }

    @Override
    public void grew(Run run) {
        far().onGrown(run.pipes());
    }

    @Override
    public void end(Run run) {
        if (open == run) {
            endRun();
        }
    }

    /** Whatever comes next does not belong to the run. With the lock held. */
    public void endRun() {
        Run run = open;
        if (run != null) {
            open = null;
            run.end();
            runLength.ended(run);
            outbound.ended(run);
            follow(far().onEnded(run));
        }
    }

    @Override
    public void write(Message message) {
        endRun();
        outbound.aside(message);
        written(message);
    }

    private void written(Message message) {
        follow(far().onWritten(message));
    }

    private void follow(Flush flush) {
        switch (flush) {
            case NOW -> owner.flushLater(this);
            case HELD_BACK -> owner.holdBack(this);
            case LATER -> {}
        }
    }

    @Override
    public boolean canWrite() {
        return !isGone() && hasRoomOrWait(outbound);
    }

    private boolean hasRoomOrWait(PipeQueue queue) {
        boolean hasRoom = queue.hasRoomOrWait();
        if (!hasRoom) {
            noteFull(queue);
        }
        return hasRoom;
    }

    /** By the queue's producer. */
    private void noteFull(PipeQueue queue) {
        if (!queue.isNotedFull()) {
            Interval interval = owner.isFull(this, queue);
            if (interval != null) {
                queue.noteFull(interval);
            }
        }
    }

    @Override
    public int room() {
        // The queue has counted the first message of the run.
        return canWrite() ? outbound.room() - (open == null ? 0 : open.count() - 1) : 0;
    }

    @Override
    public @Nullable Message tryRead() {
        Message message = inbound.pollOrWait();
        if (message != null) {
            owner.wasRead(this);
            return message;
        }
        if (inbound.tookMark()) {
            owner.wasRead(this);
        }
        if (inbound.isEnded() && (message = inbound.poll()) == null) {
            owner.wasExhausted(this);
        }
        return message;
    }

    @Override
    public int tryRead(@Nullable Message[] into, int from) {
        int end = inbound.poll(into, from);
        if (end == from) {
            return Pipe.super.tryRead(into, from);
        }
        owner.wasRead(this);
        return end;
    }

    @Override
    public boolean isEnded() {
        return inbound.isEnded();
    }

    @Override
    public boolean isGone() {
        return inbound.isEnded() || outbound.isEnded();
    }

    @Override
    public @Nullable Peer sender() {
        return inbound.sender();
    }

    @Override
    public int breaks() {
        return breaks;
    }

    @Override
    public @Nullable Peer peer() {
        return isConnected() ? peer : null;
    }

    @Override
    public byte[] peerRoutingId() {
        Peer last = peer;
        return last == null ? NO_ID : last.routingId();
    }

    @Override
    public byte @Nullable [] assignedRoutingId() {
        return assignedRoutingId;
    }

    @Override
    public void close(CloseReason reason) {
        close(reason, 0);
    }

    @Override
    public void refuse(CloseReason reason) {
        try {
            owner.wasRefused(this);
        } finally {
            far().refuse(reason);
        }
    }

    @Override
    public void close(CloseReason reason, long lingerNanos) {
        far().close(reason, lingerNanos);
    }

    /** Whether the peer is there, its handshake complete. Any thread. */
    public boolean isConnected() {
        return connected && !isGone();
    }

    /** The pattern has taken the pipe and knows that it is connected. With the lock held. */
    public void accepted() {
        far().onAccepted();
    }

    /** See {@link Far#hasWire}. */
    public boolean hasWire() {
        return far().hasWire();
    }

    /** Whether only the newest of the messages that come is kept. */
    public boolean conflates() {
        return inbound.conflates();
    }

    /** Whether there is nothing left to read, but for marks of connections that brought nothing. */
    public boolean isDrained() {
        return inbound.holdsOnlyMarks();
    }

    /** The socket's high-water marks changed; they hold for a live pipe at once. */
    public void onHighWaterMarks(int inboundMessages, int outboundMessages) {
        endRun();
        far().onHighWaterMarks(inboundMessages, outboundMessages);
    }

    /** What is held back stays so for now. With the lock held. */
    public void keep() {
        far().onHeldBack();
    }

    /** What was held back goes out: {@link #flush} follows when the lock is released. */
    public void release() {
        endRun();
        far().onFlush();
    }

    /** Takes out and counts what the peer sent and nobody read. */
    public long takeUnread() {
        long count = 0;
        for (Message message = inbound.poll(); message != null; message = inbound.poll()) {
            if (message != RESTART) {
                count++;
            }
        }
        return count;
    }

    /** Takes out and counts what was sent and will never be handed over. */
    public long takeLost() {
        return far().takeLost();
    }

    /** The owner's note, with the lock held; false if it is there already. */
    public boolean note(int bit) {
        boolean isNew = (noted & bit) == 0;
        noted |= bit;
        return isNew;
    }

    /** Whether the owner's note is there, with the lock held. */
    public boolean isNoted(int bit) {
        return (noted & bit) != 0;
    }

    /** Strikes the owner's note out, with the lock held. */
    public void strike(int bit) {
        noted &= ~bit;
    }

    // ---- near side, after the lock was released

    /** Moves what was queued. */
    public void flush() {
        far().flush();
    }

    /** See {@link Far#backlog}. */
    public long backlog() {
        return far().backlog();
    }

    /** Tells the far end of the room that reading made, if it waits for it. */
    public void afterRead() {
        if (inbound.wakesWriter()) {
            far().onRoom();
        }
    }

    /** Tries to get a message now. */
    public void pull() {
        far().pull();
    }

    /** See {@link Far#isStreaming}. */
    public boolean isStreaming() {
        return far().isStreaming();
    }

    /** See {@link Far#await}. */
    public boolean await(Waiter waiter, long nanos) {
        return far().await(waiter, nanos);
    }

    /** See {@link Far#share}. */
    public void share() {
        far().share();
    }

    // ---- what has passed: any thread

    /** See {@link Far#name}. */
    public FarName name() {
        return far().name();
    }

    /** Messages that the far end has delivered. */
    public long messagesIn() {
        return inbound.countPut();
    }

    /** Bytes in the frames of {@link #messagesIn}. */
    public long bytesIn() {
        return inbound.bytesPut();
    }

    /** Messages that the far end has taken, and, if it goes on reading when this end is gone, those that it will take. */
    public long messagesOut() {
        return far().isReadOn() ? outbound.countPut() : outbound.countTaken();
    }

    /** Bytes in the frames of {@link #messagesOut}. */
    public long bytesOut() {
        return far().isReadOn() ? outbound.bytesPut() : outbound.bytesTaken();
    }

    /** Messages that wait to be read. */
    public long queuedIn() {
        return inbound.length(0);
    }

    /** Messages that wait to be taken. */
    public long queuedOut() {
        Run growing = open;
        return outbound.length(growing == null ? 0 : growing.othersThanFirst());
    }

    /** The security mechanism of the last connection; null before the first, and where there is none. */
    public @Nullable String mechanism() {
        Peer last = peer;
        return last == null ? null : last.mechanism();
    }

    /** How many connections there have been, with the one that is there. */
    public int connections() {
        return connections;
    }

    /** For how long the connection has been there; 0 if there is none. */
    public long connectedNanos() {
        return isConnected() ? Math.max(0, System.nanoTime() - connectedAt) : 0;
    }

    // ---- far side

    public PipeQueue inbound() {
        return inbound;
    }

    public PipeQueue outbound() {
        return outbound;
    }

    /** Who is there from now on. {@link #deliverSender} says so to whoever reads. */
    public void peer(Peer other) {
        peer = other;
    }

    /** The handshake is complete, or the connection gone; the signal that says so follows. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    public void connected(boolean isConnected) {
        if (isConnected) {
            connections++;
            connectedAt = System.nanoTime();
        } else if (connected) {
            breaks++;
        }
        connected = isConnected;
    }

    /** Inbound's producer: a message for the socket. It goes in even if the limit was lowered since there was room. */
    public void deliver(Message message) {
        if (publishes && Subscription.is(message)) {
            inbound.aside(message);
        } else if (!inbound.offer(message)) {
            inbound.force(message);
        }
    }

    /** Inbound's producer: whether there is room for a message; if not, {@link Far#onRoom} is called when there is. */
    public boolean takesMore() {
        return hasRoomOrWait(inbound);
    }

    /** Bytes on the way to the peer wait, and none leaves. Null if nobody wants to know for how long. */
    public @Nullable Interval stalled() {
        return owner.isStalled(this);
    }

    /** Inbound's producer: {@link Pipe#RESTART}, beyond any limit. */
    public void deliverRestart() {
        inbound.aside(RESTART);
    }

    /**
     * Inbound's producer: {@link Pipe#RESTART} for each connection that has ended; also for those that ended before anybody
     * could say so.
     */
    public void deliverRestarts() {
        while (restarts < breaks) {
            inbound.aside(RESTART);
            restarts++;
        }
    }

    /** Inbound's producer: what is delivered from now on was sent by this peer. */
    public void deliverSender(Peer sender) {
        inbound.sender(sender);
    }

    /** After a delivery and a full fence, such as leaving a gate: wakes the socket if it waits. */
    public void afterDelivery() {
        if (inbound.wakesReader()) {
            owner.signal(this, Signal.READABLE);
        }
    }

    /** After taking from outbound and a full fence: wakes the socket if it waits for room. */
    public void afterTaking() {
        if (outbound.wakesWriter()) {
            owner.signal(this, Signal.WRITABLE);
        }
    }

    /** Nothing will get through to the peer any more: let others have what comes next. Any thread. */
    public void refuseWrites() {
        if (!outbound.isEnded()) {
            outbound.end();
            owner.signal(this, Signal.GONE);
        }
    }

    /** Passes another signal to the owner. */
    public void signal(int signals) {
        owner.signal(this, signals);
    }

    /** Nothing will come from the far end any more. */
    public void end() {
        inbound.end();
        owner.signal(this, Signal.ENDED);
    }

    /** Gives the signals that were pending before. */
    int addSignals(int bits) {
        return (int) SIGNALS.getAndBitwiseOr(this, bits | bits << UNTOLD_SHIFT) & PENDING;
    }

    int takeSignals() {
        return (int) SIGNALS.getAndBitwiseAnd(this, ~PENDING) & PENDING;
    }

    int takeUntold() {
        return (int) SIGNALS.getAndBitwiseAnd(this, PENDING) >>> UNTOLD_SHIFT;
    }
}
