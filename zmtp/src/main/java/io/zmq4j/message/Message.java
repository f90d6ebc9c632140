package io.zmq4j.message;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * One ZeroMQ message: one or more frames of bytes that travel together, all or nothing. Immutable, and safe for any
 * thread.
 *
 * <pre>{@code
 * Message tick = Message.builder().text("tick").int64(nanos).build();
 * Message photo = Message.of("photo.jpg", bytes).append("Ada");
 * for (Frame frame : photo) {
 *     System.out.println(frame.size());
 * }
 * router.send(request.reply("Hello, " + request.body().text()));
 * }</pre>
 *
 * <p>All methods copy what they are given, {@link #bytes} copies what it hands out, and what changes a message gives another
 * one: nobody can change a message that is queued or shared between subscribers. {@link #wrap}, {@link #prependWrapped} and
 * {@link #buffer} do not copy, for those who count nanoseconds.
 */
public final class Message implements Iterable<Frame> {
    private static final Message EMPTY = new Message(Bytes.NONE);

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
        var bytes = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            bytes[i] = Bytes.present(frames, i).clone();
        }
        return wrap(bytes);
    }

    /** A message of these frames, each text as UTF-8. At least one frame. */
    public static Message of(String... frames) {
        Objects.requireNonNull(frames, "frames");
        var bytes = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            bytes[i] = Bytes.utf8(Bytes.present(frames, i));
        }
        return wrap(bytes);
    }

    /** A message of these frames: the bytes between each buffer's position and its limit, which stay where they are. */
    public static Message of(ByteBuffer... frames) {
        Objects.requireNonNull(frames, "frames");
        var bytes = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            bytes[i] = Bytes.of(Bytes.present(frames, i));
        }
        return wrap(bytes);
    }

    /** A message of these frames, which may come from several other messages. At least one frame. */
    public static Message of(Frame... frames) {
        Objects.requireNonNull(frames, "frames");
        var bytes = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            bytes[i] = Bytes.present(frames, i).array;
        }
        return wrap(bytes);
    }

    /** A message of these frames, copied. At least one frame. */
    public static Message of(List<byte[]> frames) {
        return of(Objects.requireNonNull(frames, "frames").toArray(byte[][]::new));
    }

    /** A message of two frames: a text as UTF-8, such as a topic, and bytes, copied. */
    public static Message of(String text, byte[] bytes) {
        return wrap(new byte[][] {
            Bytes.utf8(Objects.requireNonNull(text, "text")),
            Objects.requireNonNull(bytes, "bytes").clone()
        });
    }

    /** Puts a message together, frame by frame. */
    public static MessageBuilder builder() {
        return new MessageBuilder();
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
            Bytes.present(frames, i);
        }
        return frames.length == 1 ? new Message(frames[0]) : new Message(frames);
    }

    /** The number of frames, at least 1. */
    public int frameCount() {
        return frames instanceof byte[][] many ? many.length : 1;
    }

    /** One frame, from 0 on. */
    public Frame frame(int index) {
        return new Frame(array(index));
    }

    public Frame first() {
        return frame(0);
    }

    public Frame last() {
        return frame(frameCount() - 1);
    }

    /** All frames: a list that cannot be changed. */
    public List<Frame> frames() {
        return new Frames(this);
    }

    @Override
    public Iterator<Frame> iterator() {
        return frames().iterator();
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
        return Bytes.copy(array(frame));
    }

    /** A read-only view of one frame, without a copy. */
    public ByteBuffer buffer(int frame) {
        return Bytes.view(array(frame));
    }

    /** The first frame as UTF-8 text. */
    public String text() {
        return text(0);
    }

    /** One frame as UTF-8 text. */
    public String text(int frame) {
        return Bytes.text(array(frame));
    }

    /** Whether one frame starts with these bytes. */
    public boolean startsWith(int frame, byte[] prefix) {
        return Bytes.startsWith(array(frame), Objects.requireNonNull(prefix, "prefix"));
    }

    /**
     * Puts the bytes of all frames, one after the other, into a buffer, from its position on.
     *
     * @return how many bytes that were
     * @throws IllegalArgumentException if there is not room for all of them; then nothing was copied
     */
    public int copyTo(ByteBuffer target) {
        int size = Bytes.fitting(size(), Objects.requireNonNull(target, "target"));
        for (int i = 0; i < frameCount(); i++) {
            target.put(array(i));
        }
        return size;
    }

    /** This message with one more frame behind, a text as UTF-8. */
    public Message append(String frame) {
        return append(wrap(Bytes.utf8(Objects.requireNonNull(frame, "frame"))));
    }

    /** This message with one more frame behind, copied. */
    public Message append(byte[] frame) {
        return append(wrap(Objects.requireNonNull(frame, "frame").clone()));
    }

    /** This message with one more frame behind: what is between the buffer's position and its limit, copied. */
    public Message append(ByteBuffer frame) {
        return append(wrap(Bytes.of(Objects.requireNonNull(frame, "frame"))));
    }

    /** This message with the frames of another one behind. */
    public Message append(Message frames) {
        return Objects.requireNonNull(frames, "frames").prepend(this);
    }

    /** This message with one more frame in front, a text as UTF-8. */
    public Message prepend(String frame) {
        return prependWrapped(Bytes.utf8(Objects.requireNonNull(frame, "frame")));
    }

    /** This message with one more frame in front, copied, as ROUTER adds the routing id. */
    public Message prepend(byte[] frame) {
        return prependWrapped(Objects.requireNonNull(frame, "frame").clone());
    }

    /** This message with one more frame in front: what is between the buffer's position and its limit, copied. */
    public Message prepend(ByteBuffer frame) {
        return prependWrapped(Bytes.of(Objects.requireNonNull(frame, "frame")));
    }

    /** This message with the frames of another one in front. */
    public Message prepend(Message frames) {
        int count = Objects.requireNonNull(frames, "frames").frameCount();
        var all = new byte[count + frameCount()][];
        frames.putInto(all, 0);
        putInto(all, count);
        return new Message(all);
    }

    /** As {@link #prepend(byte[])}, keeping the array itself: the caller must not change it any more. */
    public Message prependWrapped(byte[] frame) {
        Objects.requireNonNull(frame, "frame");
        var all = new byte[1 + frameCount()][];
        all[0] = frame;
        putInto(all, 1);
        return new Message(all);
    }

    private void putInto(byte[][] all, int from) {
        int count = frameCount();
        for (int i = 0; i < count; i++) {
            all[from + i] = array(i);
        }
    }

    /** This message from a frame on: {@code from(1)} is all but the first. {@code index} must leave one frame. */
    public Message from(int index) {
        checkFrame(index, frameCount());
        return part(index, frameCount());
    }

    private Message part(int from, int to) {
        return from == 0 && to == frameCount() ? this : wrap(Arrays.copyOfRange((byte[][]) frames, from, to));
    }

    /**
     * The way back to the sender, which stands before the {@linkplain #body body}: the frames up to the first one that is empty,
     * the delimiter, with it. Without a delimiter it is the first frame alone: the routing id of a DEALER in a message that a
     * ROUTER received.
     *
     * @throws IllegalStateException if the message has one frame only, and so no envelope
     */
    public Message envelope() {
        int body = Envelope.bodyOf(this);
        if (body == 0) {
            throw new IllegalStateException(
                    "a message of one frame has no envelope: REP takes it off and keeps it, so what is"
                            + " sent in answer is the body alone");
        }
        return part(0, body);
    }

    /**
     * What stands behind the {@linkplain #envelope envelope}: the whole message if it has one frame, {@link #empty()} if there is
     * nothing behind the delimiter. For messages that have an envelope, that is those that ROUTER receives, and DEALER from
     * REP or by way of a ROUTER: of others, the first of several frames would be taken for one.
     */
    public Message body() {
        int body = Envelope.bodyOf(this);
        return body == frameCount() ? EMPTY : from(body);
    }

    /**
     * The answer to this message, which a ROUTER or DEALER received: its {@linkplain #envelope envelope} and this body, each text
     * a frame as UTF-8. At least one frame.
     *
     * @throws IllegalStateException if this message has one frame only, and so no envelope
     */
    public Message reply(String... body) {
        return reply(of(Objects.requireNonNull(body, "body")));
    }

    /** The answer to this message as {@link #reply(String...)}, of these frames, copied. */
    public Message reply(byte[]... body) {
        return reply(of(Objects.requireNonNull(body, "body")));
    }

    /** The answer to this message as {@link #reply(String...)}, with the frames of another message. */
    public Message reply(Message body) {
        return Objects.requireNonNull(body, "body").prepend(envelope());
    }

    /**
     * One frame's own array, for the protocol engine and the socket machinery, which read it and never write it.
     * Applications use {@link #bytes} or {@link #buffer}.
     */
    public byte[] array(int frame) {
        if (frames instanceof byte[] single) {
            checkFrame(frame, 1);
            return single;
        }
        var many = (byte[][]) frames;
        checkFrame(frame, many.length);
        return many[frame];
    }

    private static void checkFrame(int frame, int count) {
        if (frame < 0 || frame >= count) {
            throw new IndexOutOfBoundsException("there is no frame " + frame + ": this message has " + count
                    + (count == 1 ? " frame" : " frames") + ", counted from 0");
        }
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

    /** The number of frames and of bytes, and nothing of the content: for logs. */
    public String summary() {
        return frameCount()
                + (frameCount() == 1 ? " frame, " : " frames, ")
                + size()
                + (size() == 1 ? " byte" : " bytes");
    }

    /**
     * The frames, as text where they are text, else in hexadecimal; at most 8 frames with 32 bytes each, and what is left out
     * is told. For tests and debuggers; what the library itself logs has the {@link #summary()}.
     */
    @Override
    public String toString() {
        return MessageText.of(this);
    }
}
