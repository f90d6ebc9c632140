package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;

/** Puts what is encoded, or nearly so, into a batch. */
final class Batch {
    private Batch() {}

    /** Puts bytes, by reference if they do not fit; returns whether there is room for more. */
    static boolean put(Outgoing out, byte[] bytes) {
        if (bytes.length <= out.batch.length - out.batchLength) {
            System.arraycopy(bytes, 0, out.batch, out.batchLength, bytes.length);
            out.batchLength += bytes.length;
            return true;
        }
        out.body = bytes;
        return false;
    }

    /** Puts a command as a frame of ZMTP 3, likewise. */
    static boolean put(Outgoing out, Command command) {
        byte[] body = command.body();
        if (body.length > out.batch.length - out.batchLength - FrameFormat.MAX_HEADER) {
            return put(out, command.frame());
        }
        int at = FrameFormat.ZMTP_3.putHeader(out.batch, out.batchLength, FrameFlags.COMMAND, body.length);
        System.arraycopy(body, 0, out.batch, at, body.length);
        out.batchLength = at + body.length;
        return true;
    }
}
