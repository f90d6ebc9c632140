package io.zmq4j.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One ZeroMQ message: one or more frames of bytes that travel together, all or nothing. Immutable, and safe for any
 * thread.
 *
 * <p>{@link #of} copies what it is given and {@link #bytes} copies what it hands out, so nobody can change a message
 * that is queued or shared between subscribers. {@link #wrap}, {@link #prependWrapped} and {@link #buffer} do neither, for
 * those who count nanoseconds.
 */
public final class Message {
    private static final byte[] NO_BYTES = {};
    private static final Message EMPTY = new Message(NO_BYTES);

    /**
     * {@code byte[]} when there is one frame, {@code byte[][]} when there are more. A single field keeps the object at
     * 16 bytes, which is what a queued 10-byte message costs beyond its array.
     */
    private final Object frames;

    private Message(Object frames) {
        this.frames = frames;
    }

    /** The message of one frame without bytes. */
    public static Message empty() {
        return EMPTY;
    }

    /** A message of these frames, copied. At least one frame. */
    public static Message of(byte[]... frames) {
        Objects.requireNonNull(frames, "frames");
        var copies = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            copies[i] = frame(frames, i).clone();
        }
        return wrap(copies);
    }

    /** A message of these frames, each text as UTF-8. At least one frame. */
    public static Message of(String... frames) {
        Objects.requireNonNull(frames, "frames");
        var bytes = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            bytes[i] = frame(frames, i).getBytes(StandardCharsets.UTF_8);
        }
        return wrap(bytes);
    }

    /** A message of these frames, copied. At least one frame. */
    public static Message of(List<byte[]> frames) {
        Objects.requireNonNull(frames, "frames");
        return of(frames.toArray(byte[][]::new));
    }

    /** A message of one frame that keeps the array itself: the caller must not change it any more. */
    public static Message wrap(byte[] frame) {
        return new Message(Objects.requireNonNull(frame, "frame"));
    }

    /** A message that keeps the arrays themselves: the caller must not change them any more. At least one frame. */
    public static Message wrap(byte[][] frames) {
        Objects.requireNonNull(frames, "frames");
        if (frames.length == 0) {
            throw new IllegalArgumentException(
                    "a message has at least one frame: use Message.empty() for an empty one");
        }
        for (int i = 0; i < frames.length; i++) {
            frame(frames, i);
        }
        return frames.length == 1 ? new Message(frames[0]) : new Message(frames);
    }

    private static <T> T frame(T[] frames, int index) {
        T frame = frames[index];
        if (frame == null) {
            throw new NullPointerException("frames[" + index + "] is null");
        }
        return frame;
    }

    /** The number of frames, at least 1. */
    public int frameCount() {
        return frames instanceof byte[][] many ? many.length : 1;
    }

    /** The number of bytes in all frames together. */
    public long size() {
        if (frames instanceof byte[] single) {
            return single.length;
        }
        long size = 0;
        for (byte[] frame : (byte[][]) frames) {
            size += frame.length;
        }
        return size;
    }

    /** The number of bytes in one frame. */
    public int size(int frame) {
        return array(frame).length;
    }

    /** A copy of the first frame. */
    public byte[] bytes() {
        return bytes(0);
    }

    /** A copy of one frame. */
    public byte[] bytes(int frame) {
        byte[] array = array(frame);
        return array.length == 0 ? NO_BYTES : array.clone();
    }

    /** A read-only view of one frame, without a copy. */
    public ByteBuffer buffer(int frame) {
        return ByteBuffer.wrap(array(frame)).asReadOnlyBuffer();
    }

    /** The first frame as UTF-8 text. */
    public String text() {
        return text(0);
    }

    /** One frame as UTF-8 text. */
    public String text(int frame) {
        return new String(array(frame), StandardCharsets.UTF_8);
    }

    /** Whether one frame starts with these bytes. */
    public boolean startsWith(int frame, byte[] prefix) {
        Objects.requireNonNull(prefix, "prefix");
        byte[] array = array(frame);
        return array.length >= prefix.length && Arrays.equals(array, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** This message with one more frame in front, copied, as ROUTER adds the routing id. */
    public Message prepend(byte[] frame) {
        return prependWrapped(Objects.requireNonNull(frame, "frame").clone());
    }

    /** As {@link #prepend}, keeping the array itself: the caller must not change it any more. */
    public Message prependWrapped(byte[] frame) {
        Objects.requireNonNull(frame, "frame");
        int count = frameCount();
        var all = new byte[count + 1][];
        all[0] = frame;
        for (int i = 0; i < count; i++) {
            all[i + 1] = array(i);
        }
        return new Message(all);
    }

    /** This message from a frame on: {@code from(1)} is all but the first. {@code index} must leave one frame. */
    public Message from(int index) {
        Objects.checkIndex(index, frameCount());
        return index == 0 ? this : wrap(Arrays.copyOfRange((byte[][]) frames, index, frameCount()));
    }

    /**
     * One frame's own array, for the protocol engine and the socket machinery, which read it and never write it.
     * Applications use {@link #bytes} or {@link #buffer}.
     */
    public byte[] array(int frame) {
        if (frames instanceof byte[] single) {
            Objects.checkIndex(frame, 1);
            return single;
        }
        return ((byte[][]) frames)[frame];
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Message that) || frameCount() != that.frameCount()) {
            return false;
        }
        for (int i = 0; i < frameCount(); i++) {
            if (!Arrays.equals(array(i), that.array(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < frameCount(); i++) {
            hash = 31 * hash + Arrays.hashCode(array(i));
        }
        return hash;
    }

    /** Frame count and sizes, never the content: messages end up in logs. */
    @Override
    public String toString() {
        return "Message[" + frameCount() + (frameCount() == 1 ? " frame, " : " frames, ") + size() + " bytes]";
    }
}
