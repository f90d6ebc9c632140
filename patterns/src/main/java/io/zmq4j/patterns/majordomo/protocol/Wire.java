package io.zmq4j.patterns.majordomo.protocol;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion.Side;
import org.jspecify.annotations.Nullable;

/** Puts the frames of a command one behind the other. */
final class Wire {
    static final byte[] EMPTY = {};

    private Wire() {}

    /**
     * A command: what its version begins with, the fields, and a body behind them.
     *
     * @param body null if the command has none
     */
    static Message command(MdpVersion version, Side side, @Nullable Message body, byte[]... fields) {
        int head = version.headerFrame + 1 + fields.length;
        var frames = new byte[head + (body == null ? 0 : body.frameCount())][];
        if (version.headerFrame == 1) {
            frames[0] = EMPTY;
        }
        frames[version.headerFrame] = version.header(side);
        System.arraycopy(fields, 0, frames, version.headerFrame + 1, fields.length);
        for (int i = head; i < frames.length && body != null; i++) {
            frames[i] = body.array(i - head);
        }
        return Message.wrap(frames);
    }

    static byte[] code(int code) {
        return new byte[] {(byte) code};
    }

    /** The code in a frame of one byte; -1 if there is no such frame. */
    static int code(Message message, int frame) {
        return message.frameCount() > frame && message.size(frame) == 1 ? message.array(frame)[0] : -1;
    }
}
