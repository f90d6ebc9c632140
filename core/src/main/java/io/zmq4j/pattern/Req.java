package io.zmq4j.pattern;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * REQ: one request to the next available peer, then its reply, in strict alternation (RFC 28).
 *
 * <pre>
 *   plain         [empty] [body]+
 *   correlated    [4-byte id] [empty] [body]+      REQ_CORRELATE
 * </pre>
 *
 * A REP and a ROUTER that sends back the whole envelope echo what is before the body, so a correlated reply says which request
 * it answers.
 *
 * <p>{@link #trySend} and {@link #tryReceive} are the classic pair, in which a request whose peer dies is never
 * answered. {@link #tryRequest}, {@link #trySendAgain}, {@link #isRequestLost} and {@link #abandon} are for a caller
 * with a deadline and retries: it asks a peer that is there, waits for the reply, asks again when the request is lost or time
 * is short, and gives up in the end. No late reply is ever taken for another request's: either it has an id, or the
 * connection by which it would come is given up with the request ({@link CloseReason#NO_REPLY}), and with it the pipe. Only
 * what comes through the very pipe that was asked counts, and a pipe that was given up is never asked again.
 */
public final class Req implements Pattern, Asking {
    /**
     * <pre>
     *   READY ── trySend, tryRequest ──▶ WAITING ── asked peer gone, broken or renewed ──▶ LOST
     *     ▲                                │ ▲                                              │
     *     │                                │ └─── trySendAgain, trySend if REQ_RELAXED ─────┤
     *     └──── reply received, abandon ───┴────────────────────────────────────────────────┘
     * </pre>
     *
     * LOST is not final: when the asked peer's connection was renewed the request may have survived in the queue, and
     * its reply is still welcome.
     */
    private enum State {
        READY,
        WAITING,
        LOST
    }

    private static final byte[] DELIMITER = {};
    private static final int ID_SIZE = 4;

    private final RoundRobin out = new RoundRobin();
    /** Those of them that are connected. */
    private final RoundRobin there = new RoundRobin();

    private final FairQueue in = new FairQueue(this::openEnvelope);
    private final Set<Pipe> connectedBefore = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Pipe> connectedNow = Collections.newSetFromMap(new IdentityHashMap<>());
    private final OptionValues options;
    private final DropCounters drops;
    private int lastId = ThreadLocalRandom.current().nextInt();
    private State state = State.READY;

    /** The only peer whose reply counts; null when it is gone, and then no reply does. */
    private @Nullable Pipe asked;

    /** The id frame of the request under way, or null if it has none. */
    private byte @Nullable [] id;

    /** The request under way as it came to {@link #tryRequest}, and as it went out; null if it did not come there. */
    private @Nullable Message requested;

    private @Nullable Message wire;

    public Req(OptionValues options, DropCounters drops) {
        this.options = options;
        this.drops = drops;
    }

    @Override
    public boolean attach(Pipe pipe) {
        out.add(pipe);
        in.add(pipe);
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        if (options.get(SocketOptions.PROBE_ROUTER)) {
            Probe.send(pipe);
        }
        if (connectedNow.add(pipe)) {
            there.add(pipe);
        }
        boolean anew = !connectedBefore.add(pipe);
        if (anew && pipe == asked && state == State.WAITING) {
            state = State.LOST;
        }
    }

    /**
     * If the asked peer leaves, nobody else's message is taken for the reply. libzmq lifts the restriction then, and
     * the next message from any peer passes for the answer.
     */
    @Override
    public void detach(Pipe pipe) {
        in.remove(pipe);
        forget(pipe);
        if (pipe == asked) {
            asked = null;
            state = State.LOST;
        }
    }

    /** Nothing is sent there any more. */
    private void forget(Pipe pipe) {
        out.remove(pipe);
        there.remove(pipe);
        connectedBefore.remove(pipe);
        connectedNow.remove(pipe);
    }

    @Override
    public void disconnected(Pipe pipe) {
        connectedNow.remove(pipe);
        there.remove(pipe);
        if (pipe == asked && state == State.WAITING) {
            state = State.LOST;
        }
    }

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {
        out.writable(pipe);
        there.writable(pipe);
    }

    @Override
    public boolean trySend(Message request) {
        return ask(request, out) != null;
    }

    @Override
    public boolean tryRequest(Message request) {
        if (state != State.READY && maySend()) {
            // REQ_RELAXED: a plain request is replaced, and its reply would pass for this one's.
            giveUpAsked();
        }
        Message sent = ask(request, there);
        if (sent == null) {
            return false;
        }
        requested = request;
        wire = sent;
        return true;
    }

    @Override
    public boolean trySendAgain() {
        if (wire == null) {
            throw new SocketStateException("REQ has no request to send again: start it with tryRequest");
        }
        giveUpAsked();
        Pipe pipe = another(wire);
        if (pipe == null) {
            pipe = there.trySend(wire);
        }
        if (pipe == null) {
            return false;
        }
        asked = pipe;
        state = State.WAITING;
        return true;
    }

    /** Sends to a connected peer that was not asked last. */
    private @Nullable Pipe another(Message request) {
        for (Pipe pipe : connectedNow) {
            if (pipe != asked && pipe.tryWrite(request)) {
                return pipe;
            }
        }
        return null;
    }

    /** Without an id, the peer that was asked might answer later: nothing it sends counts from now on. */
    private void giveUpAsked() {
        Pipe pipe = asked;
        if (pipe != null && id == null) {
            asked = null;
            state = State.LOST;
            giveUp(pipe);
        }
    }

    private void giveUp(Pipe pipe) {
        forget(pipe);
        pipe.close(CloseReason.NO_REPLY);
    }

    @Override
    public @Nullable Peer asked() {
        return asked == null ? null : asked.peer();
    }

    @Override
    public boolean isRequestLost() {
        return state == State.LOST;
    }

    @Override
    public void abandon(Message request) {
        if (request == requested) {
            Pipe pipe = id == null ? asked : null;
            // First, as to close takes memory: without any, the next request could not be made.
            abandon();
            if (pipe != null) {
                giveUp(pipe);
            }
        }
    }

    void abandon() {
        state = State.READY;
        asked = null;
        id = null;
        wire = null;
        requested = null;
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        if (state == State.READY) {
            throw new SocketStateException("REQ has no request under way: send one before receiving");
        }
        Message reply = in.tryReceive(senders, at);
        if (reply != null) {
            abandon();
        }
        return reply;
    }

    /** Without a request under way, what is queued are requests that were given up. */
    @Override
    public boolean wantsLinger() {
        return state != State.READY;
    }

    @Override
    public boolean canSend() {
        return maySend() && out.canSend();
    }

    @Override
    public boolean canReceive() {
        return state != State.READY && in.canReceive();
    }

    @Override
    public int readAhead() {
        return in.readAhead();
    }

    private boolean maySend() {
        return state == State.READY || options.get(SocketOptions.REQ_RELAXED);
    }

    /** Sends to one of these; gives what went out, or null if none of them has room. */
    private @Nullable Message ask(Message request, RoundRobin peers) {
        if (!maySend()) {
            throw new SocketStateException(
                    "REQ waits for the reply to its last request: receive it before sending, or set REQ_RELAXED");
        }
        if (!peers.canSend()) {
            return null;
        }
        // What came before the request cannot be its answer. After it, a peer might answer before we have looked.
        long late = in.discardAll();
        if (late > 0) {
            drops.add(DropReason.LATE_REPLY, late);
        }
        abandon();
        Message whole = request.prependWrapped(DELIMITER);
        if (options.get(SocketOptions.REQ_CORRELATE)) {
            id = nextId();
            whole = whole.prependWrapped(id);
        }
        asked = peers.trySend(whole);
        state = State.WAITING;
        return whole;
    }

    private byte[] nextId() {
        int next = ++lastId;
        return new byte[] {(byte) (next >>> 24), (byte) (next >>> 16), (byte) (next >>> 8), (byte) next};
    }

    private @Nullable Message openEnvelope(Pipe pipe, Message reply) {
        if (pipe != asked) {
            drops.add(DropReason.LATE_REPLY, 1);
            return null;
        }
        boolean hasId = reply.size(0) == ID_SIZE && reply.frameCount() > 1 && reply.size(1) == 0;
        if (hasId && !Arrays.equals(reply.array(0), id)) {
            drops.add(DropReason.LATE_REPLY, 1);
            return null;
        }
        int body = hasId ? 2 : 1;
        boolean wellFormed = hasId == (id != null) && reply.size(body - 1) == 0 && reply.frameCount() > body;
        if (!wellFormed) {
            drops.add(DropReason.MALFORMED_ENVELOPE, 1);
            return null;
        }
        return reply.from(body);
    }
}
