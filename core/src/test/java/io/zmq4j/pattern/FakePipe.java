package io.zmq4j.pattern;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipe whose far end is the test. It calls nothing by itself: the test says what the pattern hears. */
final class FakePipe implements Pipe {
    private final ArrayDeque<Message> fromPeer = new ArrayDeque<>();
    private final ArrayDeque<Peer> senders = new ArrayDeque<>();
    private final ArrayDeque<Message> toPeer = new ArrayDeque<>();
    private final List<CloseReason> closes = new ArrayList<>();
    private final int capacity;
    private byte[] peerRoutingId = {};
    private @Nullable Peer sender;
    private byte @Nullable [] assignedRoutingId;
    private int reads;
    private int writes;
    private int breaks;
    private boolean ended;
    private boolean gone;
    private boolean isShort;
    private long linger;

    FakePipe(int capacity) {
        this.capacity = capacity;
    }

    static FakePipe roomy() {
        return new FakePipe(1000);
    }

    static FakePipe full() {
        return new FakePipe(0);
    }

    FakePipe announcing(String routingId) {
        peerRoutingId = routingId.getBytes();
        return this;
    }

    FakePipe assigned(String routingId) {
        assignedRoutingId = routingId.getBytes();
        return this;
    }

    FakePipe assigned(byte[] routingId) {
        assignedRoutingId = routingId;
        return this;
    }

    /** The peer has left. */
    FakePipe ended() {
        ended = true;
        return this;
    }

    /** This side gave the peer up; it may still send. */
    FakePipe gone() {
        gone = true;
        return this;
    }

    /** The connection has ended. */
    FakePipe broke() {
        breaks++;
        return this;
    }

    /** There is no memory for what is written, or to close it, next. */
    FakePipe outOfMemory() {
        isShort = true;
        return this;
    }

    /** The peer sends this. */
    FakePipe deliver(String... frames) {
        return deliver(Message.of(frames));
    }

    FakePipe deliver(Message message) {
        fromPeer.add(message);
        senders.add(peer());
        return this;
    }

    /** What the peer received since this was last asked. */
    List<Message> received() {
        var all = List.copyOf(toPeer);
        toPeer.clear();
        return all;
    }

    int unread() {
        return fromPeer.size();
    }

    List<CloseReason> closes() {
        return closes;
    }

    /** How often the pattern tried to read, and to write or ask for room. */
    int reads() {
        return reads;
    }

    int writes() {
        return writes;
    }

    @Override
    public int breaks() {
        return breaks;
    }

    @Override
    public boolean tryWrite(Message message) {
        if (!canWrite()) {
            return false;
        }
        mayBeShort();
        return toPeer.add(message);
    }

    private void mayBeShort() {
        if (isShort) {
            isShort = false;
            throw new OutOfMemoryError("planted");
        }
    }

    @Override
    public void write(Message message) {
        mayBeShort();
        toPeer.add(message);
    }

    @Override
    public boolean canWrite() {
        writes++;
        return !isGone() && toPeer.size() < capacity;
    }

    @Override
    public int room() {
        writes++;
        return isGone() ? 0 : capacity - toPeer.size();
    }

    @Override
    public @Nullable Message tryRead() {
        reads++;
        if (!senders.isEmpty()) {
            sender = senders.poll();
        }
        return fromPeer.poll();
    }

    @Override
    public int tryRead(@Nullable Message[] into, int from) {
        reads++;
        int at = from;
        while (at < into.length
                && !fromPeer.isEmpty()
                && (at == from || senders.peek().equals(sender))) {
            sender = senders.poll();
            into[at++] = fromPeer.poll();
        }
        return at;
    }

    @Override
    public @Nullable Peer sender() {
        return sender;
    }

    /** Known by what it announced last. */
    @Override
    public Peer peer() {
        return Peer.withoutWire("fake://pipe", "FAKE", peerRoutingId);
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    @Override
    public boolean isGone() {
        return ended || gone;
    }

    @Override
    public byte[] peerRoutingId() {
        return peerRoutingId;
    }

    @Override
    public byte @Nullable [] assignedRoutingId() {
        return assignedRoutingId;
    }

    @Override
    public void close(CloseReason reason) {
        closes.add(reason);
        mayBeShort();
    }

    @Override
    public void close(CloseReason reason, long lingerNanos) {
        linger = lingerNanos;
        close(reason);
    }

    /** The time that the last close was given, in nanoseconds; 0 if none was. */
    long linger() {
        return linger;
    }
}
