package io.zmq4j.multicast.pgm.source;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.Segment;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.Unsigned;
import org.jspecify.annotations.Nullable;

/**
 * Fills packets with messages: small ones together in one packet, large ones through as many as they need. Takes one
 * message at a time, of which it keeps what does not fit for the packets that follow.
 */
final class StreamEncoder {
    private static final int SEGMENT_AT = PacketWriter.DATA_HEADER;
    private static final int STREAM_AT = SEGMENT_AT + Segment.HEADER;

    private byte[] packet;
    private int end = STREAM_AT;
    private int firstStart = Segment.NO_START;

    /** How many messages have something in this packet. */
    private int messages;

    /** What is not completely written, from {@code frame} and {@code bodyAt} on. */
    private @Nullable Message message;

    private int frame;
    private int bodyAt;

    /** A header that the packet's end cuts: from {@code headerAt} on not written yet. */
    private final byte[] header = new byte[FrameFormat.MAX_HEADER];

    private int headerAt;
    private int headerLength;

    StreamEncoder(byte[] packet) {
        this.packet = packet;
    }

    /** Whether it took the message; else the packet has to go first. */
    boolean offer(Message next) {
        if (message != null || end == packet.length) {
            return false;
        }
        if (firstStart == Segment.NO_START) {
            firstStart = end - STREAM_AT;
        }
        messages++;
        message = next;
        frame = 0;
        beginFrame(next);
        fill(next);
        return true;
    }

    private void beginFrame(Message of) {
        int flags = frame < of.frameCount() - 1 ? FrameFlags.MORE : 0;
        int size = of.size(frame);
        bodyAt = 0;
        if (packet.length - end >= FrameFormat.MAX_HEADER) {
            end = Segment.FORMAT.putHeader(packet, end, flags, size);
        } else {
            headerAt = 0;
            headerLength = Segment.FORMAT.putHeader(header, 0, flags, size);
        }
    }

    /** Writes what there is room for. */
    private void fill(Message of) {
        while (writeHeader() && writeBody(of.array(frame))) {
            frame++;
            if (frame == of.frameCount()) {
                message = null;
                return;
            }
            beginFrame(of);
        }
    }

    private boolean writeHeader() {
        int count = Math.min(headerLength - headerAt, packet.length - end);
        System.arraycopy(header, headerAt, packet, end, count);
        headerAt += count;
        end += count;
        return headerAt == headerLength;
    }

    private boolean writeBody(byte[] body) {
        int count = Math.min(body.length - bodyAt, packet.length - end);
        System.arraycopy(body, bodyAt, packet, end, count);
        bodyAt += count;
        end += count;
        return bodyAt == body.length;
    }

    boolean isEmpty() {
        return end == STREAM_AT;
    }

    /** How many messages are not completely in the packets before this one. */
    int messages() {
        return messages;
    }

    /** Completes the packet up to its header, and gives where it ends. */
    int finish() {
        if (firstStart == Segment.NO_START && message == null && end < packet.length) {
            // Whoever comes now need not wait for the next message start that has company in front.
            firstStart = end - STREAM_AT;
        }
        Unsigned.putUint16(packet, SEGMENT_AT, firstStart);
        return end;
    }

    byte[] packet() {
        return packet;
    }

    /** Goes on in another packet. */
    void begin(byte[] next) {
        packet = next;
        end = STREAM_AT;
        firstStart = Segment.NO_START;
        messages = message == null ? 0 : 1;
        if (message != null) {
            fill(message);
        }
    }
}
