package io.zmq4j.zmtp.wire;

import io.zmq4j.zmtp.CloseReason;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Turns bytes into frames, wherever the bytes are cut. Knows bits and sizes; what may come when is for the
 * {@link Rule} and the caller to say.
 *
 * <p>Memory follows the bytes that arrived, never the size that was declared: a body that is not completely there
 * starts with 4 KiB or four times what is there, and grows fourfold. Owned by the thread that drives the inbound half.
 */
public final class FrameReader {
    /** Says whether a frame may come, before a byte of its body is looked at or any memory is reserved. */
    @FunctionalInterface
    public interface Rule {
        void check(int flags, long bodySize) throws ProtocolException;
    }

    /**
     * <pre>
     *   HEADER ----&gt; BODY ----&gt; COMPLETE ----&gt; HEADER
     *      |                        ^
     *      +--- body all there -----+
     * </pre>
     */
    private enum State {
        HEADER,
        BODY,
        COMPLETE
    }

    /** The largest array that every virtual machine makes. */
    private static final int LARGEST_BODY = Integer.MAX_VALUE - 8;

    private static final int SMALLEST_CAPACITY = 4096;
    private static final int GROWTH = 4;
    private static final byte[] NO_BYTES = {};

    private final FrameFormat format;
    private final Rule rule;

    private State state = State.HEADER;

    /** The header's beginning, when it is cut; {@code headerLength} octets of it. */
    private final byte[] header = new byte[FrameFormat.MAX_HEADER];

    private int headerLength;

    private int flags;
    private int bodySize;
    private byte[] body = NO_BYTES;
    private int received;

    public FrameReader(FrameFormat format, Rule rule) {
        this.format = format;
        this.rule = rule;
    }

    /**
     * Reads up to the end of one frame. {@code position} is less than {@code end}.
     *
     * @return the position behind what was read; either {@link #isComplete} or all was read
     */
    public int read(byte[] bytes, int position, int end) throws ProtocolException {
        if (state == State.BODY) {
            return collect(bytes, position, end);
        }
        state = State.HEADER;
        if (headerLength == 0) {
            int afterHeader = position + format.headerSize(bytes[position]);
            if (afterHeader <= end) {
                open(bytes, position);
                return startBody(bytes, afterHeader, end);
            }
        }
        while (position < end) {
            header[headerLength++] = bytes[position++];
            if (headerLength == format.headerSize(header[0])) {
                headerLength = 0;
                open(header, 0);
                return startBody(bytes, position, end);
            }
        }
        return position;
    }

    private void open(byte[] bytes, int at) throws ProtocolException {
        int frameFlags = format.flags(bytes, at);
        long size = format.bodySize(bytes, at);
        rule.check(frameFlags, size);
        if (size > LARGEST_BODY) {
            throw new ProtocolException(
                    CloseReason.MESSAGE_TOO_LARGE,
                    "a frame declares %d bytes, the largest that can be held is %d".formatted(size, LARGEST_BODY));
        }
        flags = frameFlags;
        bodySize = (int) size;
    }

    private int startBody(byte[] bytes, int position, int end) {
        int available = end - position;
        if (available >= bodySize) {
            int afterBody = position + bodySize;
            body = bodySize == 0 ? NO_BYTES : Arrays.copyOfRange(bytes, position, afterBody);
            state = State.COMPLETE;
            return afterBody;
        }
        state = State.BODY;
        received = 0;
        body = NO_BYTES;
        return available == 0 ? position : collect(bytes, position, end);
    }

    private int collect(byte[] bytes, int position, int end) {
        int count = Math.min(end - position, bodyMissing());
        reserve(count);
        System.arraycopy(bytes, position, body, received, count);
        advance(count);
        return position + count;
    }

    /** Takes all that is left in {@code bytes}, at most {@link #bodyMissing}, into the body. */
    public void readBody(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (count > bodyMissing()) {
            throw new IllegalArgumentException(
                    "%d bytes given, at most bodyMissing() = %d are taken".formatted(count, bodyMissing()));
        }
        reserve(count);
        bytes.get(body, received, count);
        advance(count);
    }

    private void reserve(int count) {
        long needed = (long) received + count;
        if (needed > body.length) {
            long capacity = Math.min(bodySize, Math.max(SMALLEST_CAPACITY, GROWTH * needed));
            body = Arrays.copyOf(body, (int) capacity);
        }
    }

    private void advance(int count) {
        received += count;
        if (received == bodySize) {
            state = State.COMPLETE;
        }
    }

    /** Whether the last read ended a frame. */
    public boolean isComplete() {
        return state == State.COMPLETE;
    }

    /** Whether the bytes so far end between two frames. */
    public boolean isBetweenFrames() {
        return state == State.COMPLETE || state == State.HEADER && headerLength == 0;
    }

    /** The bytes that are missing of a body that is being collected, else 0. */
    public int bodyMissing() {
        return state == State.BODY ? bodySize - received : 0;
    }

    /** The size of the body that is being collected or was just completed. */
    public int bodySize() {
        return bodySize;
    }

    /** {@link FrameFlags#MORE} and {@link FrameFlags#COMMAND} of the frame whose header was read last. */
    public int flags() {
        return flags;
    }

    /** Whether the body that is being collected is known to start with these bytes, or may still do so. */
    public boolean bodyMayStartWith(byte[] prefix) {
        int known = Math.min(received, prefix.length);
        return Arrays.equals(body, 0, known, prefix, 0, known);
    }

    /** The complete frame's body, which is the caller's from now on. */
    public byte[] takeBody() {
        byte[] taken = body;
        body = NO_BYTES;
        return taken;
    }
}
