package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.mechanism.Sealer;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that a mechanism seals, frame by frame, in the order in which it leaves.
 *
 * <p>What was sealed for one connection is of no use to the next. So the messages themselves are kept until their last byte has
 * left, each with where in the stream that is; in the clear they can be read back from the bytes instead ({@link Unsent}).
 */
final class SealedOut implements TrafficOut {
    private final Sealer sealer;

    private final Subscriptions subscriptions;
    private final ControlQueue control;

    /** The message that is being handed out, and its next frame. */
    private @Nullable Message current;

    private int nextFrame;

    /** How many bytes were handed out. */
    private long given;

    private final KeptMessages kept = new KeptMessages();

    SealedOut(Sealer sealer, Subscriptions subscriptions, ControlQueue control) {
        this.sealer = sealer;
        this.subscriptions = subscriptions;
        this.control = control;
    }

    @Override
    public boolean transmit(Outgoing out, MessageSource source) {
        out.begun = null;
        out.messagesAt = Outgoing.NO_MESSAGE;
        if (nextFrame > 0 || putCommands(out)) {
            putMessages(out, source);
        }
        return !out.isEmpty();
    }

    @Override
    public void rest() {
        sealer.rest();
    }

    /** Returns whether there is room for more. */
    private boolean putCommands(Outgoing out) {
        while (!control.isEmpty() && hasRoom(out)) {
            Command command = control.poll();
            if (command == null) {
                return true;
            }
            put(out, FrameFlags.COMMAND, command.body());
        }
        return hasRoom(out);
    }

    private void putMessages(Outgoing out, MessageSource source) {
        while (hasRoom(out)) {
            Message next = current != null ? current : poll(source);
            if (next == null) {
                return;
            }
            put(out, next);
        }
    }

    private @Nullable Message poll(MessageSource source) {
        // First, as nobody else has what was polled.
        kept.makeRoom();
        Message message = source.poll();
        if (message != null) {
            kept.add(message);
            current = message;
        }
        return message;
    }

    private void put(Outgoing out, Message message) {
        if (subscriptions.isCommand(message)) {
            put(
                    out,
                    FrameFlags.COMMAND,
                    subscriptions.toCommand(message.array(0)).body());
            nextFrame = message.frameCount();
        }
        while (nextFrame < message.frameCount() && hasRoom(out)) {
            int flags = nextFrame == message.frameCount() - 1 ? 0 : FrameFlags.MORE;
            put(out, flags, message.array(nextFrame));
            nextFrame++;
        }
        if (nextFrame == message.frameCount()) {
            kept.endsAt(given);
            current = null;
            nextFrame = 0;
        }
    }

    /** Whether another frame may be begun. */
    private static boolean hasRoom(Outgoing out) {
        return out.body == null && out.batch.length - out.batchLength >= FrameFormat.MAX_HEADER;
    }

    /** Seals a frame into the batch, or into an array of its own if it does not fit there. */
    private void put(Outgoing out, int flags, byte[] body) {
        int size = Math.toIntExact(sealer.sealedSize(flags, body));
        int at = FrameFormat.ZMTP_3.putHeader(out.batch, out.batchLength, 0, size);
        given += at - out.batchLength + size;
        if (size <= out.batch.length - at && size < Outgoing.LARGE_BODY) {
            sealer.seal(flags, body, out.batch, at);
            out.batchLength = at + size;
            return;
        }
        var sealed = new byte[size];
        sealer.seal(flags, body, sealed, 0);
        out.batchLength = at;
        out.body = sealed;
    }

    /** Of a message that is kept here anyway. */
    @Override
    public @Nullable Message begun() {
        return null;
    }

    @Override
    public void left(long total) {
        kept.left(total);
    }

    @Override
    public void recover(@Nullable Unsent unsent, Consumer<Message> messages) {
        kept.forEach(messages);
    }
}
