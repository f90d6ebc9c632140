package io.zmq4j.pattern;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * REP: requests from all peers in turn; exactly one reply to each, back to the peer that asked (RFC 28). The envelope
 * of a request, which names the ROUTERs it came through, is kept here and put before the reply:
 *
 * <pre>
 *   request on the wire   [id]* [empty] [body]+        to the application   [body]+
 *   reply on the wire     [id]* [empty] [reply]+       from it              [reply]+
 * </pre>
 */
public final class Rep implements Pattern, Answering {
    /** RECEIVE → (request received) → REPLY → (reply sent, or forgone) → RECEIVE. */
    private enum State {
        RECEIVE,
        REPLY
    }

    private final FairQueue in = new FairQueue(this::openEnvelope);
    private final DropCounters drops;
    private State state = State.RECEIVE;

    /** The frames before the body of the request that was read last, delimiter included. */
    private byte[][] envelope = {};

    /** The peer that sent it; null when that is gone, or its connection: the one that takes its place did not ask. */
    private @Nullable Pipe asker;

    /** How many connections' requests were read to their end, by {@link Pipe#RESTART}; of pipes that have broken. */
    private final Map<Pipe, Integer> restarts = new IdentityHashMap<>();

    public Rep(DropCounters drops) {
        this.drops = drops;
    }

    @Override
    public boolean attach(Pipe pipe) {
        in.add(pipe);
        return true;
    }

    @Override
    public void disconnected(Pipe pipe) {
        if (asker == pipe) {
            asker = null;
        }
    }

    @Override
    public void detach(Pipe pipe) {
        in.remove(pipe);
        restarts.remove(pipe);
        if (asker == pipe) {
            asker = null;
        }
    }

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {}

    /** Never false: a reply that nobody can take is dropped and counted (RFC 28: REP SHALL not block on sending). */
    @Override
    public boolean trySend(Message reply) {
        if (state == State.RECEIVE) {
            throw new SocketStateException("REP has no request to answer: receive one before sending");
        }
        boolean taken = asker != null && asker.tryWrite(inEnvelope(reply));
        // Not before: what fails for want of memory can be tried again.
        state = State.RECEIVE;
        if (!taken) {
            drops.add(DropReason.REQUESTER_GONE, 1);
        }
        return true;
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        if (state == State.REPLY) {
            throw new SocketStateException("REP has not answered the last request: send a reply before receiving");
        }
        Message request = in.tryReceive(senders, at);
        if (request != null) {
            state = State.REPLY;
        }
        return request;
    }

    @Override
    public boolean canSend() {
        return owesReply();
    }

    @Override
    public boolean owesReply() {
        return state == State.REPLY;
    }

    @Override
    public void forgo() {
        state = State.RECEIVE;
    }

    @Override
    public boolean canReceive() {
        return state == State.RECEIVE && in.canReceive();
    }

    @Override
    public int readAhead() {
        return in.readAhead();
    }

    private @Nullable Message openEnvelope(Pipe pipe, Message request) {
        if (request == Pipe.RESTART) {
            restarts.merge(pipe, 1, Integer::sum);
            return null;
        }
        int delimiter = 0;
        while (delimiter < request.frameCount() && request.size(delimiter) != 0) {
            delimiter++;
        }
        int body = delimiter + 1;
        if (body >= request.frameCount()) {
            drops.add(DropReason.MALFORMED_ENVELOPE, 1);
            return null;
        }
        envelope = new byte[body][];
        for (int i = 0; i < body; i++) {
            envelope[i] = request.array(i);
        }
        asker = restarts.getOrDefault(pipe, 0) == pipe.breaks() ? pipe : null;
        return request.from(body);
    }

    private Message inEnvelope(Message reply) {
        var frames = Arrays.copyOf(envelope, envelope.length + reply.frameCount());
        for (int i = 0; i < reply.frameCount(); i++) {
            frames[envelope.length + i] = reply.array(i);
        }
        return Message.wrap(frames);
    }
}
