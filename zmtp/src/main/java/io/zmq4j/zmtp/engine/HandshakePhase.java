package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The frames between the greeting and the first message, one by one; none is taken while the handshake awaits an answer. */
final class HandshakePhase implements Phase {
    private final FrameReader frames;
    private final Handshake handshake;
    private final EngineListener listener;
    private final After<PeerInfo> after;
    private @Nullable Ask awaited;
    private @Nullable PeerInfo peer;

    HandshakePhase(FrameFormat format, Handshake handshake, EngineListener listener, After<PeerInfo> after) {
        this.frames = new FrameReader(format, handshake::check);
        this.handshake = handshake;
        this.listener = listener;
        this.after = after;
    }

    /** Sends what comes first. */
    void start() throws ProtocolException {
        handshake.start();
        afterStep(null);
    }

    @Override
    public int receive(byte[] bytes, int from, int end, long now) throws ProtocolException {
        int position = from;
        while (position < end && awaited == null && peer == null) {
            byte[] body = frames.read(bytes, position, end);
            position = frames.position();
            if (body != null) {
                afterStep(handshake.receive(body));
            }
        }
        return position;
    }

    private void afterStep(@Nullable PeerInfo known) {
        awaited = handshake.asks();
        if (awaited != null) {
            listener.onAsk(awaited);
        } else {
            peer = known;
        }
    }

    @Override
    public boolean wantsBytes() {
        return awaited == null;
    }

    @Override
    public void resume(Ask.Answer answer) throws ProtocolException {
        if (awaited == null) {
            throw new IllegalStateException("no answer is awaited");
        }
        awaited = null;
        afterStep(handshake.resume(answer));
    }

    @Override
    public boolean isOver() {
        return peer != null;
    }

    @Override
    public Phase next(long now) throws ProtocolException {
        return after.phase(Objects.requireNonNull(peer, "not over"), now);
    }

    @Override
    public ProtocolException ended() {
        return new ProtocolException(CloseReason.CONNECTION_LOST, "the connection ended in the handshake");
    }
}
