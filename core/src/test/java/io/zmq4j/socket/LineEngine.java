package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.EngineListener;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.Outgoing;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.engine.Unsent;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A protocol that is not ZMTP: no handshake, and each line is a message of one frame. A peer is there as soon as its wire is. */
final class LineEngine implements Engine {
    private final EngineListener listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile boolean isOpen;

    /** The message that did not fit into the batch. */
    private @Nullable Message waiting;

    LineEngine(EngineListener listener) {
        this.listener = listener;
    }

    /** Comes at once: until then there is nothing to say and no peer. */
    @Override
    public void tick(long now) throws ProtocolException {
        if (!isOpen) {
            isOpen = true;
            listener.onHandshake(new PeerInfo("PAIR", new byte[0], "lines", null, null, Map.of()));
            listener.onOutput();
        }
    }

    @Override
    public long nextTick() {
        return isOpen ? Long.MAX_VALUE : 0;
    }

    @Override
    public int receive(byte[] bytes, int offset, int length, long now) throws ProtocolException {
        tick(now);
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] != '\n') {
                line.write(bytes[at]);
            } else {
                Message message = Message.wrap(line.toByteArray());
                line.reset();
                if (!listener.onMessage(message)) {
                    return at + 1 - offset;
                }
            }
        }
        return length;
    }

    @Override
    public int bodyMissing() {
        return 0;
    }

    @Override
    public void receiveBody(ByteBuffer bytes, long now) {
        throw new IllegalStateException("no body is being collected");
    }

    @Override
    public boolean wantsBytes() {
        return true;
    }

    @Override
    public void resume(Ask.Answer answer, long now) {
        throw new IllegalStateException("nothing was asked");
    }

    @Override
    public ProtocolException endOfStream() {
        return new ProtocolException(
                line.size() == 0 ? CloseReason.PEER_CLOSED : CloseReason.CONNECTION_LOST, "the lines have ended");
    }

    @Override
    public boolean isPinged() {
        return false;
    }

    @Override
    public boolean transmit(Outgoing out, MessageSource source) {
        while (isOpen) {
            Message next = waiting != null ? waiting : source.poll();
            waiting = null;
            if (next == null) {
                break;
            }
            byte[] text = next.array(0);
            if (out.batch.length - out.batchLength <= text.length) {
                waiting = next;
                break;
            }
            System.arraycopy(text, 0, out.batch, out.batchLength, text.length);
            out.batch[out.batchLength + text.length] = '\n';
            out.batchLength += text.length + 1;
        }
        return !out.isEmpty();
    }

    @Override
    public @Nullable Message begun() {
        return null;
    }

    @Override
    public void left(long total) {}

    /** What was in the middle of its way is lost: nothing of it can be told from what has left. */
    @Override
    public void recover(@Nullable Unsent unsent, Consumer<Message> messages) {
        if (waiting != null) {
            messages.accept(waiting);
        }
    }
}
