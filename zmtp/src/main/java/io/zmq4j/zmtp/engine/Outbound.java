package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ShortMessage;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import org.jspecify.annotations.Nullable;

/**
 * The outbound half: turns control bytes and messages into batches. Control bytes go between messages, never between
 * the frames of one. Owned by the thread that drives the outbound half.
 */
final class Outbound {
    private final ControlQueue control;
    private final EngineListener listener;
    private final boolean isSubscriber;

    /** The message that is being handed out, and its next frame. */
    private @Nullable Message current;

    private int nextFrame;

    /** See {@link ZmtpEngine#begun}. */
    private @Nullable Message begun;

    Outbound(SocketType socketType, ControlQueue control, EngineListener listener) {
        this.control = control;
        this.listener = listener;
        isSubscriber = socketType == SocketType.SUB || socketType == SocketType.XSUB;
    }

    /**
     * Fills {@code out}.
     *
     * @param version the version spoken once messages may be sent, null before
     */
    boolean transmit(Outgoing out, MessageSource source, @Nullable ZmtpVersion version) {
        boolean isBetween = nextFrame == 0;
        if (isBetween && begun != null) {
            begun = null;
        }
        if (out.begun != begun) {
            out.begun = begun;
        }
        out.messagesAt = Outgoing.NO_MESSAGE;
        // Whoever must read back what was not sent can tell messages from frames of commands, but not from a greeting.
        if (isBetween && !control.isEmpty() && putHandshake(out)) {
            return true;
        }
        if (isBetween && version != null) {
            out.messagesAt = 0;
        }
        boolean room = !isBetween || putCommands(out);
        if (room && version != null) {
            putMessages(out, source, version);
        }
        return !out.isEmpty();
    }

    /** Returns whether there was any. */
    private boolean putHandshake(Outgoing out) {
        boolean room = true;
        byte[] bytes;
        while (room && (bytes = control.pollHandshake()) != null) {
            room = putWhole(out, bytes);
        }
        return !out.isEmpty();
    }

    /** Returns whether there is room for more. */
    private boolean putCommands(Outgoing out) {
        while (!control.isEmpty()) {
            byte[] bytes = control.poll();
            if (bytes == null || !putWhole(out, bytes)) {
                return false;
            }
        }
        return true;
    }

    /** Puts encoded bytes, by reference if they do not fit; returns whether there is room for more. */
    private static boolean putWhole(Outgoing out, byte[] bytes) {
        if (bytes.length <= out.batch.length - out.batchLength) {
            System.arraycopy(bytes, 0, out.batch, out.batchLength, bytes.length);
            out.batchLength += bytes.length;
            return true;
        }
        out.body = bytes;
        return false;
    }

    private void putMessages(Outgoing out, MessageSource source, ZmtpVersion version) {
        FrameFormat format = version.format();
        boolean asCommands = isSubscriber && version.hasTrafficCommands();
        boolean shortMessages = !asCommands && format.hasShortMessages();
        Message message = current != null ? current : source.poll();
        while (message != null) {
            if (shortMessages && nextFrame == 0 && putShort(out, message)) {
                current = null;
                out.batchLength = source.copy(out.batch, out.batchLength);
            } else if (asCommands && isSubscription(message)) {
                if (!putSubscription(out, message)) {
                    return;
                }
            } else if (!putFrames(out, message, format)) {
                return;
            }
            message = source.poll();
        }
    }

    /** Puts a message of one short frame if it is one and fits. */
    private static boolean putShort(Outgoing out, Message message) {
        if (!ShortMessage.is(message)) {
            return false;
        }
        byte[] body = message.array(0);
        if (out.batch.length - out.batchLength < ShortMessage.HEADER + body.length) {
            return false;
        }
        out.batchLength = ShortMessage.put(out.batch, out.batchLength, body);
        return true;
    }

    /** Puts the frames of a message from {@link #nextFrame} on; returns whether there is room for more. */
    private boolean putFrames(Outgoing out, Message message, FrameFormat format) {
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

    private static boolean isSubscription(Message message) {
        if (message.frameCount() != 1 || message.size(0) == 0) {
            return false;
        }
        byte first = message.array(0)[0];
        return first == Subscriptions.SUBSCRIBE || first == Subscriptions.CANCEL;
    }

    private boolean putSubscription(Outgoing out, Message message) {
        Command command = Subscriptions.toCommand(message.array(0));
        if (listener.traces()) {
            listener.onTrace("sent " + command.name() + " "
                    + Printable.text(command.body(), command.dataOffset(), command.dataSize()));
        }
        return putWhole(out, command.frame());
    }

    @Nullable
    Message begun() {
        return begun;
    }

    @Nullable
    Message current() {
        return current;
    }

    @Nullable
    Message takeUnsent() {
        Message unsent = current;
        current = null;
        nextFrame = 0;
        return unsent;
    }
}
