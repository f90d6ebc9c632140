package io.zmq4j.patterns.titanic.log;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as a payload:
 *
 * <pre>
 *   +--------+----------+--------+----------+---
 *   | length | frame    | length | frame    | …
 *   +--------+----------+--------+----------+---
 * </pre>
 */
public final class FrameList {
    private FrameList() {}

    public static byte[] encode(Message message) {
        ByteBuffer payload = ByteBuffer.allocate(Math.toIntExact(size(message)));
        for (int i = 0; i < message.frameCount(); i++) {
            payload.putInt(message.size(i)).put(message.array(i));
        }
        return payload.array();
    }

    /** How many bytes {@link #encode} makes of a message. */
    public static long size(Message message) {
        return message.size() + (long) Integer.BYTES * message.frameCount();
    }

    public static Message decode(byte[] payload) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(payload);
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Integer.BYTES ? -1 : rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                throw new IOException("a payload of " + payload.length + " bytes is no list of frames");
            }
            var frame = new byte[length];
            rest.get(frame);
            frames.add(frame);
        }
        if (frames.isEmpty()) {
            throw new IOException("a payload of no bytes is no list of frames");
        }
        return Message.wrap(frames.toArray(byte[][]::new));
    }
}
