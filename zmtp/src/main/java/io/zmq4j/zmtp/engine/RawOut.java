package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Traffic without frames: the bytes of each message, as they are. Nothing in them tells one message from the next, so the messages
 * are kept until their last byte has left, as {@link SealedOut} keeps them.
 */
final class RawOut implements TrafficOut {
    /** The message that is being handed out, and its next frame. */
    private @Nullable Message current;

    private int nextFrame;

    /** How many bytes were handed out. */
    private long given;

    private final KeptMessages kept = new KeptMessages();

    @Override
    public boolean transmit(Outgoing out, MessageSource source) {
        out.begun = null;
        out.messagesAt = Outgoing.NO_MESSAGE;
        boolean hasRoom = true;
        while (hasRoom) {
            Message next = current != null ? current : poll(source);
            if (next == null) {
                break;
            }
            hasRoom = put(out, next);
        }
        return !out.isEmpty();
    }

    private @Nullable Message poll(MessageSource source) {
        // First, as nobody else has what was polled.
        kept.makeRoom();
        Message message = source.poll();
        if (message != null) {
            kept.add(message);
            current = message;
            nextFrame = 0;
        }
        return message;
    }

    /** Returns whether there is room for more. */
    private boolean put(Outgoing out, Message message) {
        boolean hasRoom = true;
        while (hasRoom && nextFrame < message.frameCount()) {
            byte[] body = message.array(nextFrame);
            if (body.length < Outgoing.LARGE_BODY) {
                if (body.length > out.batch.length - out.batchLength && out.batchLength > 0) {
                    return false;
                }
                hasRoom = Batch.put(out, body);
            } else {
                out.body = body;
                hasRoom = false;
            }
            given += body.length;
            nextFrame++;
        }
        if (nextFrame == message.frameCount()) {
            kept.endsAt(given);
            current = null;
        }
        return hasRoom;
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

    /** Whole, also one of which a part has left: whoever is there next has nothing of it. */
    @Override
    public void recover(@Nullable Unsent unsent, Consumer<Message> messages) {
        kept.forEach(messages);
    }
}
