package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ShortMessage;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that is not sealed: turns commands and messages into batches. Commands go between messages, never between the frames
 * of one. Has loops of its own for short messages, and copies those that are encoded already.
 */
final class ClearOut implements TrafficOut {
    private final ControlQueue control;
    private final EngineListener listener;
    private final FrameFormat format;

    private final Subscriptions subscriptions;

    private final boolean shortMessages;

    /** The message that is being handed out, and its next frame. */
    private @Nullable Message current;

    private int nextFrame;

    /** See {@link #begun()}. */
    private @Nullable Message begun;

    ClearOut(Subscriptions subscriptions, ZmtpVersion version, ControlQueue control, EngineListener listener) {
        this.control = control;
        this.listener = listener;
        format = version.format();
        this.subscriptions = subscriptions;
        shortMessages = !subscriptions.areCommands() && format.hasShortMessages();
    }

    @Override
    public boolean transmit(Outgoing out, MessageSource source) {
        boolean isBetween = nextFrame == 0;
        if (isBetween && begun != null) {
            begun = null;
        }
        if (out.begun != begun) {
            out.begun = begun;
        }
        out.messagesAt = isBetween ? 0 : Outgoing.NO_MESSAGE;
        if (!isBetween || putCommands(out)) {
            putMessages(out, source);
        }
        return !out.isEmpty();
    }

    /** Returns whether there is room for more. */
    private boolean putCommands(Outgoing out) {
        while (!control.isEmpty()) {
            Command command = control.poll();
            if (command == null || !Batch.put(out, command)) {
                return false;
            }
        }
        return true;
    }

    private void putMessages(Outgoing out, MessageSource source) {
        Message message = current != null ? current : source.poll();
        while (message != null) {
            if (shortMessages && nextFrame == 0 && putShort(out, message)) {
                current = null;
                out.batchLength = source.copy(out.batch, out.batchLength);
            } else if (subscriptions.isCommand(message)) {
                if (!putSubscription(out, message)) {
                    return;
                }
            } else if (!putFrames(out, message)) {
                return;
            }
            message = source.poll();
        }
    }

    /** Puts a short message if it is one and fits. */
    private static boolean putShort(Outgoing out, Message message) {
        if (!ShortMessage.is(message)) {
            return false;
        }
        if (out.batch.length - out.batchLength < ShortMessage.encodedSize(message)) {
            return false;
        }
        out.batchLength = ShortMessage.put(out.batch, out.batchLength, message);
        return true;
    }

    /** Puts the frames of a message from {@link #nextFrame} on; returns whether there is room for more. */
    private boolean putFrames(Outgoing out, Message message) {
        byte[] batch = out.batch;
        int count = message.frameCount();
        int frame = nextFrame;
        int position = out.batchLength;
        boolean room = true;
        while (room && frame < count) {
            byte[] body = message.array(frame);
            int flags = frame == count - 1 ? 0 : FrameFlags.MORE;
            int free = batch.length - position - FrameFormat.MAX_HEADER;
            if (body.length <= free && body.length < Outgoing.LARGE_BODY) {
                position = format.putHeader(batch, position, flags, body.length);
                System.arraycopy(body, 0, batch, position, body.length);
                position += body.length;
                frame++;
            } else {
                room = false;
                // A body that would not fit into an empty batch either must not wait for one.
                if (free >= 0 && (body.length >= Outgoing.LARGE_BODY || position == 0)) {
                    position = format.putHeader(batch, position, flags, body.length);
                    out.body = body;
                    frame++;
                }
            }
        }
        out.batchLength = position;
        boolean done = frame == count;
        current = done ? null : message;
        nextFrame = done ? 0 : frame;
        if (!room) {
            begun = frame > 0 ? message : null;
        } else if (out.messagesAt < 0) {
            out.messagesAt = position;
            begun = null;
        }
        return room;
    }

    private boolean putSubscription(Outgoing out, Message message) {
        Command command = subscriptions.toCommand(message.array(0));
        if (listener.traces()) {
            listener.onTrace("sent " + command.name() + " "
                    + Printable.text(command.body(), command.dataOffset(), command.dataSize()));
        }
        return Batch.put(out, command);
    }

    @Override
    public @Nullable Message begun() {
        return begun;
    }

    /** What has left can be read off what has not: see {@link Unsent}. */
    @Override
    public void left(long total) {}

    @Override
    public void recover(@Nullable Unsent unsent, Consumer<Message> messages) {
        if (unsent != null) {
            unsent.recover(format, current, messages);
        }
        if (current != null) {
            messages.accept(current);
        }
    }
}
