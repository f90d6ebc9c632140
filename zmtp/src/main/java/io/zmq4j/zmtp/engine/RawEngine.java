package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * No protocol at all: what the peer sends comes as messages of one frame, cut where it suits the network, and what is sent leaves
 * as the bytes of its frames, one after the other. Whoever is at the other end is a peer as soon as the wire is there; there is no
 * handshake, and so no time for one.
 *
 * <pre>
 *   inbound    NEW ──first bytes, tick, or the end──► OPEN ──the stream has ended──► ENDED
 *   outbound   nothing ─────────────────────────────► RawOut
 * </pre>
 *
 * <p>The halves share the one volatile field by which the inbound half tells the outbound half that there is a peer.
 */
public final class RawEngine implements Engine {
    /** Most bytes of a message that comes: the high-water mark counts messages, and so bounds bytes as well. libzmq's IN_BATCH_SIZE. */
    public static final int LARGEST_CHUNK = 8 * 1024;

    private static final PeerInfo ANYBODY = new PeerInfo(null, Identity.NONE, null, null, null, Map.of());

    private enum State {
        NEW,
        OPEN,
        ENDED
    }

    private final EngineListener listener;
    private final long begin;
    private final RawOut out = new RawOut();

    private State state = State.NEW;

    /** Written once, by the inbound half. */
    private volatile boolean hasPeer;

    public RawEngine(EngineListener listener, long now) {
        this.listener = Objects.requireNonNull(listener, "listener");
        begin = now;
    }

    // ---- inbound

    @Override
    public int receive(byte[] bytes, int offset, int length, long now) throws ProtocolException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        open();
        int end = offset + length;
        int position = offset;
        boolean hasRoom = true;
        while (hasRoom && position < end) {
            int next = Math.min(end, position + LARGEST_CHUNK);
            hasRoom = listener.onMessage(Message.wrap(Arrays.copyOfRange(bytes, position, next)));
            position = next;
        }
        return position - offset;
    }

    private void open() throws ProtocolException {
        if (state == State.ENDED) {
            throw ended();
        }
        if (state == State.NEW) {
            state = State.OPEN;
            listener.onHandshake(ANYBODY);
            hasPeer = true;
            listener.onOutput();
        }
    }

    private static ProtocolException ended() {
        return new ProtocolException(CloseReason.PEER_CLOSED, "the peer has closed the connection");
    }

    /** Also one that came and went without a word was there. */
    @Override
    public ProtocolException endOfStream() {
        try {
            open();
        } catch (ProtocolException reason) {
            return reason;
        } finally {
            state = State.ENDED;
        }
        return ended();
    }

    @Override
    public void tick(long now) throws ProtocolException {
        open();
    }

    /** At once, and then never again. */
    @Override
    public long nextTick() {
        return state == State.NEW ? begin : Long.MAX_VALUE;
    }

    @Override
    public int bodyMissing() {
        return 0;
    }

    @Override
    public void receiveBody(ByteBuffer bytes, long now) {
        Objects.requireNonNull(bytes, "bytes");
        throw new IllegalStateException("no body is being collected: bodyMissing() is 0");
    }

    @Override
    public boolean wantsBytes() {
        return true;
    }

    @Override
    public void resume(Ask.Answer answer, long now) {
        Objects.requireNonNull(answer, "answer");
        throw new IllegalStateException("no answer is awaited");
    }

    @Override
    public boolean isPinged() {
        return false;
    }

    // ---- outbound

    @Override
    public boolean transmit(Outgoing outgoing, MessageSource source) {
        Objects.requireNonNull(outgoing, "outgoing");
        Objects.requireNonNull(source, "source");
        return hasPeer && out.transmit(outgoing, source);
    }

    @Override
    public @Nullable Message begun() {
        return out.begun();
    }

    @Override
    public void left(long total) {
        out.left(total);
    }

    @Override
    public void recover(@Nullable Unsent unsent, Consumer<Message> messages) {
        Objects.requireNonNull(messages, "messages");
        out.recover(unsent, messages);
    }
}
