package io.zmq4j.pattern;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
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
 *   correlated    [4-byte id] [empty] [body]+      REQ_CORRELATE, and always with {@link #tryRequest}
 * </pre>
 *
 * A REP and every server on a ROUTER echo what is before the body, so a correlated reply says which request it answers.
 *
 * <p>{@link #trySend} and {@link #tryReceive} are the classic pair, in which a request whose peer dies is never
 * answered. {@link #tryRequest}, {@link #trySendAgain}, {@link #isRequestLost} and {@link #abandon} are for a caller
 * with a deadline and retries: it asks, waits for the reply, asks again when the request is lost or time is short, and
 * gives up in the end, and no late reply is ever taken for another request's.
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

    /** The request under way as it went out, kept for {@link #trySendAgain}; null if it has no id. */
    private @Nullable Message correlated;

    /** The request under way as it came to {@link #tryRequest}, if it did. */
    private @Nullable Message requested;

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
        connectedNow.add(pipe);
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
        out.remove(pipe);
        in.remove(pipe);
        connectedBefore.remove(pipe);
        connectedNow.remove(pipe);
        if (pipe == asked) {
            asked = null;
            state = State.LOST;
        }
    }

    @Override
    public void disconnected(Pipe pipe) {
        connectedNow.remove(pipe);
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
    }

    @Override
    public boolean trySend(Message request) {
        return ask(request, options.get(SocketOptions.REQ_CORRELATE));
    }

    /** {@link #trySend} with an id before the delimiter, whatever REQ_CORRELATE says. */
    @Override
    public boolean tryRequest(Message request) {
        boolean sent = ask(request, true);
        if (sent) {
            requested = request;
        }
        return sent;
    }

    @Override
    public boolean trySendAgain() {
        if (correlated == null) {
            throw new SocketStateException("REQ has no request with an id to send again: start it with tryRequest");
        }
        Pipe pipe = another(correlated);
        if (pipe == null) {
            pipe = out.trySend(correlated);
        }
        if (pipe == null) {
            return false;
        }
        asked = pipe;
        state = State.WAITING;
        return true;
    }

    /** Sends to a connected peer that was not asked last: the queue of one that is away is no better than silence. */
    private @Nullable Pipe another(Message request) {
        for (Pipe pipe : connectedNow) {
            if (pipe != asked && pipe.tryWrite(request)) {
                return pipe;
            }
        }
        return null;
    }

    @Override
    public boolean isRequestLost() {
        return state == State.LOST;
    }

    @Override
    public void abandon(Message request) {
        if (request == requested) {
            abandon();
        }
    }

    void abandon() {
        state = State.READY;
        asked = null;
        id = null;
        correlated = null;
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

    private boolean ask(Message request, boolean correlate) {
        if (!maySend()) {
            throw new SocketStateException(
                    "REQ waits for the reply to its last request: receive it before sending, or set REQ_RELAXED");
        }
        if (!out.canSend()) {
            return false;
        }
        // What came before the request cannot be its answer. After it, a peer might answer before we have looked.
        long late = in.discardAll();
        if (late > 0) {
            drops.add(DropReason.LATE_REPLY, late);
        }
        abandon();
        Message wire = request.prependWrapped(DELIMITER);
        if (correlate) {
            id = nextId();
            wire = wire.prependWrapped(id);
            correlated = wire;
        }
        asked = out.trySend(wire);
        state = State.WAITING;
        return true;
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
