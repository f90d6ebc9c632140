package io.zmq4j.pipe;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The place of the newest message, where only that is kept, and how many were put there and taken; see {@link PipeQueue}.
 *
 * <p>A mark cannot say who sent it, as the message before the mark is replaced by one behind it. So a message of the first peer
 * is there as it is, and one of a later peer together with who that is.
 */
final class Newest {
    private static final VarHandle PUT;
    private static final VarHandle TAKEN;

    static {
        try {
            var lookup = MethodHandles.lookup();
            PUT = lookup.findVarHandle(Newest.class, "put", long.class);
            TAKEN = lookup.findVarHandle(Newest.class, "taken", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private record Sent(Message message, Peer peer) {}

    /** A message, or one that is {@link Sent}. */
    private final AtomicReference<@Nullable Object> message = new AtomicReference<>();

    /** Named before the first message is put, which publishes it. */
    private @Nullable Peer first;

    /** The producer's: who sends now, if it is not the first. */
    private @Nullable Peer later;

    /** The consumer's. */
    private @Nullable Peer takenFrom;

    private long put;
    private long taken;

    /** Producer: what is put from now on was sent by this peer. */
    void sender(Peer peer) {
        if (put == 0) {
            first = peer;
        } else if (later != null || !peer.equals(first)) {
            later = peer;
        }
    }

    /** Consumer: who sent what was taken last; null if nobody was named, or the last was forgotten. */
    @Nullable
    Peer takenFrom() {
        return takenFrom;
    }

    /** Consumer: what it takes next comes from elsewhere. */
    void forgetTakenFrom() {
        takenFrom = null;
    }

    /** Producer: in the place of what is there; false if there was something. */
    boolean put(Message newer) {
        Peer peer = later;
        Object element = peer == null ? newer : new Sent(newer, peer);
        PUT.setOpaque(this, put + 1);
        return message.getAndSet(element) == null;
    }

    /** Consumer: what was put elsewhere before, unless there is a newer one. */
    boolean keep(Message older) {
        return message.compareAndSet(null, older);
    }

    /** Consumer: the newest message, or null. */
    @Nullable
    Message take() {
        Object there = message.getAndSet(null);
        if (there == null) {
            return null;
        }
        TAKEN.setOpaque(this, taken + 1);
        if (there instanceof Sent sent) {
            takenFrom = sent.peer();
            return sent.message();
        }
        takenFrom = first;
        return (Message) there;
    }

    /** Any thread. */
    boolean isEmpty() {
        return message.get() == null;
    }

    /** How many have been put. Any thread. */
    long countPut() {
        return (long) PUT.getOpaque(this);
    }

    /** How many have been taken. Any thread. */
    long countTaken() {
        return (long) TAKEN.getOpaque(this);
    }
}
