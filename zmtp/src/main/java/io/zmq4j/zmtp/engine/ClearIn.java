package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.ShortMessage;
import java.nio.ByteBuffer;

/** Traffic that is not sealed: frames as they are. Has a loop of its own for the short messages of a flood. */
final class ClearIn implements Phase {
    private final FrameReader frames;
    private final Delivery delivery;
    private final Timers timers;
    private final EngineListener listener;

    /** Whether messages may look like {@link ShortMessage}, and are passed on whatever is in them. */
    private final boolean shortMessages;

    /** Whether the listener takes one more message. */
    private boolean hasRoom;

    ClearIn(FrameFormat format, Delivery delivery, Timers timers, EngineListener listener) {
        this.frames = new FrameReader(format, this::check);
        this.delivery = delivery;
        this.timers = timers;
        this.listener = listener;
        this.shortMessages = format.hasShortMessages() && delivery.commands.takesAny();
    }

    @Override
    public int receive(byte[] bytes, int from, int end, long now) throws ProtocolException {
        hasRoom = true;
        int position = from;
        while (hasRoom && position < end) {
            int behind = receiveShortMessages(bytes, position, end);
            if (behind > position) {
                position = behind;
                continue;
            }
            byte[] body = frames.read(bytes, position, end);
            position = frames.position();
            if (body != null) {
                hasRoom = delivery.take(frames.flags(), body, now);
                if (frames.flags() == FrameFlags.COMMAND && position < end) {
                    // What follows a PING at once has already kept its time to live.
                    timers.onBytes();
                }
            } else if (frames.flags() == FrameFlags.COMMAND && frames.bodyMissing() > 0) {
                delivery.commands.checkName(frames);
            }
        }
        return position;
    }

    /** Takes the short messages that are there next, as many as there are; returns the position behind them. */
    private int receiveShortMessages(byte[] bytes, int from, int end) throws ProtocolException {
        if (!shortMessages || !frames.isBetweenFrames() || !delivery.assembler.isEmpty()) {
            return from;
        }
        int position = from;
        while (hasRoom) {
            int behind = ShortMessage.end(bytes, position, end);
            if (behind < 0) {
                break;
            }
            Message message = ShortMessage.get(bytes, position, behind);
            delivery.assembler.check(message.size());
            hasRoom = listener.onMessage(message);
            position = behind;
        }
        return position;
    }

    /** The reader's rule: what may come is decided by the header, before memory is reserved. */
    private void check(int flags, long bodySize) throws ProtocolException {
        if (flags == FrameFlags.COMMAND) {
            delivery.commands.check(bodySize);
        } else {
            delivery.assembler.check(bodySize);
        }
    }

    /** Not of a command: its name says how large it may be, and is looked at as it comes. */
    @Override
    public int bodyMissing() {
        return frames.bodySize() >= Outgoing.LARGE_BODY && frames.flags() != FrameFlags.COMMAND
                ? frames.bodyMissing()
                : 0;
    }

    @Override
    public void receiveBody(ByteBuffer bytes, long now) throws ProtocolException {
        byte[] body = frames.readBody(bytes);
        if (body != null) {
            delivery.take(frames.flags(), body, now);
        }
    }

    @Override
    public ProtocolException ended() {
        return delivery.ended(frames);
    }
}
