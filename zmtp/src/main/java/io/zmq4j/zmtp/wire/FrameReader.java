package io.zmq4j.zmtp.wire;

import io.zmq4j.zmtp.CloseReason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into frames, wherever the bytes are cut. Knows bits and sizes; what may come when is for the
 * {@link Rule} and the caller to say.
 *
 * <p>Memory follows the bytes that arrived, never the size that was declared: a body that is not completely there
 * starts with 4 KiB or four times what is there, and grows fourfold. After a larger body has come whole, the next starts
 * with as much, but with 1 MiB at most: what a peer sent once must not be held for it for ever. Owned by the thread that drives the inbound half.
 */
public final class FrameReader {
    /** Says whether a frame may come, before a byte of its body is looked at or any memory is reserved. */
    @FunctionalInterface
    public interface Rule {
        void check(int flags, long bodySize) throws ProtocolException;
    }

    /**
     * <pre>
     *              header there, body cut
     *   HEADER ----------------------------&gt; BODY
     *    |  ^  &lt;----------------------------
     *    +--+         body complete
     *   frame all there
     * </pre>
     */
    private enum State {
        HEADER,
        BODY
    }

    /** The largest array that every virtual machine makes. */
    private static final int LARGEST_BODY = Integer.MAX_VALUE - 8;

    private static final int SMALLEST_CAPACITY = 4096;
    private static final int LARGEST_START = 1 << 20;
    private static final int GROWTH = 4;
    private static final byte[] NO_BYTES = {};

    private final FrameFormat format;
    private final Rule rule;

    private State state = State.HEADER;

    /** The header's beginning, when it is cut; {@code headerLength} octets of it. */
    private final byte[] header = new byte[FrameFormat.MAX_HEADER];

    private int headerLength;

    private int position;
    private int flags;
    private int bodySize;
    private byte[] body = NO_BYTES;
    private int received;
    /** The size of the largest body that came in pieces and whole, as far as it counts. */
    private int largest = SMALLEST_CAPACITY;

    public FrameReader(FrameFormat format, Rule rule) {
        this.format = Objects.requireNonNull(format, "format");
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    /**
     * Reads up to the end of one frame; {@link #position} is then behind what was read. {@code from} is less than
     * {@code end}.
     *
     * <p>A small frame, which is nearly always all there, goes from the given bytes to the caller without a reference
     * to it in a field: with a collector that tracks references from old objects to new ones, that store would cost
     * as much as the rest.
     *
     * @return the frame's body, or null if the bytes end before the frame does
     */
    public byte @Nullable [] read(byte[] bytes, int from, int end) throws ProtocolException {
        if (state == State.BODY) {
            return collect(bytes, from, end);
        }
        if (headerLength == 0) {
            int afterHeader = from + format.headerSize(bytes[from]);
            if (afterHeader <= end) {
                open(bytes, from);
                return startBody(bytes, afterHeader, end);
            }
        }
        int next = from;
        while (next < end) {
            header[headerLength++] = bytes[next++];
            if (headerLength == format.headerSize(header[0])) {
                headerLength = 0;
                open(header, 0);
                return startBody(bytes, next, end);
            }
        }
        position = next;
        return null;
    }

    /**
     * Takes one frame if it is all there, and leaves its body where it is: the {@link #bodySize} bytes before {@link
     * #position}. {@code from} is less than {@code end}.
     *
     * @return false if it is not, and then nothing was taken
     */
    public boolean pass(byte[] bytes, int from, int end) throws ProtocolException {
        if (!isBetweenFrames()) {
            return false;
        }
        int afterHeader = from + format.headerSize(bytes[from]);
        if (afterHeader > end) {
            return false;
        }
        open(bytes, from);
        if (end - afterHeader < bodySize) {
            return false;
        }
        position = afterHeader + bodySize;
        return true;
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

    private byte @Nullable [] startBody(byte[] bytes, int from, int end) {
        if (end - from >= bodySize) {
            position = from + bodySize;
            return bodySize == 0 ? NO_BYTES : Arrays.copyOfRange(bytes, from, position);
        }
        state = State.BODY;
        return collect(bytes, from, end);
    }

    private byte @Nullable [] collect(byte[] bytes, int from, int end) {
        int count = Math.min(end - from, bodyMissing());
        reserve(count);
        System.arraycopy(bytes, from, body, received, count);
        position = from + count;
        return advance(count);
    }

    /**
     * Takes all that is left in {@code bytes}, at most {@link #bodyMissing}, into the body.
     *
     * @return the frame's body, or null if it is still not complete
     */
    public byte @Nullable [] readBody(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (count > bodyMissing()) {
            throw new IllegalArgumentException(
                    "%d bytes given, at most bodyMissing() = %d are taken".formatted(count, bodyMissing()));
        }
        reserve(count);
        bytes.get(body, received, count);
        return advance(count);
    }

    private void reserve(int count) {
        long needed = (long) received + count;
        if (needed > body.length) {
            long capacity = Math.min(bodySize, Math.max(largest, GROWTH * needed));
            body = Arrays.copyOf(body, (int) capacity);
        }
    }

    private byte @Nullable [] advance(int count) {
        received += count;
        if (received < bodySize) {
            return null;
        }
        largest = Math.min(LARGEST_START, Math.max(largest, bodySize));
        byte[] complete = body;
        body = NO_BYTES;
        received = 0;
        state = State.HEADER;
        return complete;
    }

    /** The position behind what the last {@link #read} took. */
    public int position() {
        return position;
    }

    /** Whether the bytes so far end between two frames. */
    public boolean isBetweenFrames() {
        return state == State.HEADER && headerLength == 0;
    }

    /** The bytes that are missing of a body that is being collected, else 0. */
    public int bodyMissing() {
        return state == State.BODY ? bodySize - received : 0;
    }

    /** The size of the body that is being collected or was read last. */
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
}
