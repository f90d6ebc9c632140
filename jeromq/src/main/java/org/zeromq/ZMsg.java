package org.zeromq;

import io.zmq4j.message.Message;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.zeromq.ZMQ.Socket;
import zmq.util.function.Consumer;

/**
 * A message as a list of frames, sent and received as a whole. Frames are neither null nor copied; unlike other {@link Deque}s it gives null
 * for what {@link #pop}, {@link #removeFirst}, {@link #removeLast}, {@link #getFirst} and {@link #getLast} do not find. Equal to a message
 * with equal frames. Not safe for several threads.
 *
 * <pre>{@code
 * ZMsg.newStringMsg("tick", "42").send(publisher);
 *
 * ZMsg request = ZMsg.recvMsg(router);
 * ZFrame client = request.unwrap();
 * }</pre>
 */
public class ZMsg implements Iterable<ZFrame>, Deque<ZFrame> {
    private static final byte[] NO_BYTES = new byte[0];

    private final ArrayDeque<ZFrame> frames = new ArrayDeque<>();

    /** Without frames. */
    public ZMsg() {}

    // Sending and receiving

    /** As {@link #recvMsg(Socket, int)}, without flags. */
    public static ZMsg recvMsg(Socket socket) {
        return recvMsg(socket, 0);
    }

    /** As {@link #recvMsg(Socket, int)}; it waits, or does not. */
    public static ZMsg recvMsg(Socket socket, boolean wait) {
        return recvMsg(socket, wait ? 0 : ZMQ.DONTWAIT);
    }

    /**
     * Receives a message, or what is left of one whose first frames were received one by one.
     *
     * @param flags 0, or {@link ZMQ#DONTWAIT}
     * @return null if there is none at once or within the socket's timeout
     * @throws IllegalArgumentException if the socket is null
     * @throws ZMQException if the wait ends otherwise, such as by an interrupt, or by the end of the context
     */
    public static ZMsg recvMsg(Socket socket, int flags) {
        checkSocket(socket);
        Message received = socket.base().recvMessage(flags);
        if (received == null) {
            ZFrame.checkNothingThere(socket);
            return null;
        }
        var message = new ZMsg();
        int last = received.frameCount() - 1;
        for (int i = 0; i <= last; i++) {
            message.add(new ZFrame(received.array(i), i < last));
        }
        return message;
    }

    /** Gives the handler what {@link #recvMsg(Socket, int)} returns, null as well. */
    public static void recvMsg(Socket socket, int flags, Consumer<ZMsg> handler) {
        Objects.requireNonNull(handler, "handler");
        handler.accept(recvMsg(socket, flags));
    }

    /** Gives one handler what {@link #recvMsg(Socket, int)} returns, null as well, or the other one the {@link ZMQException}. */
    public static void recvMsg(
            Socket socket, int flags, Consumer<ZMsg> handler, Consumer<ZMQException> exceptionHandler) {
        Objects.requireNonNull(handler, "handler");
        ZMsg message;
        try {
            message = recvMsg(socket, flags);
        } catch (ZMQException e) {
            exceptionHandler.accept(e);
            return;
        }
        handler.accept(message);
    }

    /** As {@link #send(Socket, boolean)}, and the message is destroyed. */
    public boolean send(Socket socket) {
        return send(socket, true);
    }

    /**
     * Sends all frames as one message. What a socket is in the middle of sending goes before them. Without frames nothing is sent.
     *
     * @param destroy whether this message {@linkplain #destroy is destroyed} once it was sent
     * @return whether it was sent, all of it or nothing; if not, the socket's {@code errno()} says why, and the message stays as it was
     * @throws IllegalArgumentException if the socket is null
     */
    public boolean send(Socket socket, boolean destroy) {
        checkSocket(socket);
        boolean isSent = frames.isEmpty() || socket.base().send(whole(), 0);
        if (isSent && destroy) {
            destroy();
        }
        return isSent;
    }

    private Message whole() {
        var bytes = new byte[frames.size()][];
        int i = 0;
        for (ZFrame frame : frames) {
            bytes[i++] = frame.hasData() ? frame.getData() : NO_BYTES;
        }
        return Message.wrap(bytes);
    }

    private static void checkSocket(Socket socket) {
        if (socket == null) {
            throw new IllegalArgumentException("socket is null: a message is sent and received by a socket");
        }
    }

    // Files

    /**
     * Writes a message: the number of frames, and the length of each before its bytes, 4 bytes each.
     *
     * @return whether that was possible
     */
    public static boolean save(ZMsg message, DataOutputStream file) {
        if (message == null) {
            return false;
        }
        try {
            file.writeInt(message.size());
            for (ZFrame frame : message) {
                file.writeInt(frame.size());
                if (frame.hasData()) {
                    file.write(frame.getData());
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a message that {@link #save} has written; null if there is none, or not all of it. */
    public static ZMsg load(DataInputStream file) {
        if (file == null) {
            return null;
        }
        try {
            var message = new ZMsg();
            int count = file.readInt();
            for (int i = 0; i < count; i++) {
                byte[] frame = readFrame(file);
                if (frame == null) {
                    return null;
                }
                message.add(frame);
            }
            return count < 0 ? null : message;
        } catch (IOException e) {
            return null;
        }
    }

    /** Makes no room by the length that is told, but for what comes. */
    private static byte[] readFrame(DataInputStream file) throws IOException {
        int length = file.readInt();
        byte[] frame = length < 0 ? null : file.readNBytes(length);
        return frame == null || frame.length < length ? null : frame;
    }

    // Making messages

    /** A message of these texts as UTF-8, a frame each. */
    public static ZMsg newStringMsg(String... texts) {
        var message = new ZMsg();
        for (String text : texts) {
            message.add(text);
        }
        return message;
    }

    /** A message with the same bytes, in frames of its own. */
    public ZMsg duplicate() {
        var copy = new ZMsg();
        for (ZFrame frame : frames) {
            copy.add(frame.duplicate());
        }
        return copy;
    }

    /** Puts a frame in front, such as a routing id, and an empty one behind it. Nothing if it is null. */
    public ZMsg wrap(ZFrame frame) {
        if (frame != null) {
            push("");
            push(frame);
        }
        return this;
    }

    /** Takes the first frame, and the next one if that is empty; null without frames. */
    public ZFrame unwrap() {
        ZFrame first = pop();
        ZFrame next = peek();
        if (next != null && next.size() == 0) {
            pop();
        }
        return first;
    }

    /** Makes all frames forget their bytes, and removes them. */
    public void destroy() {
        frames.forEach(ZFrame::destroy);
        frames.clear();
    }

    // Looking at messages

    /** The number of bytes in all frames together. */
    public long contentSize() {
        return frames.stream().mapToLong(ZFrame::size).sum();
    }

    /** Prints all frames to {@code System.out}. */
    public ZMsg dump() {
        return dump(System.out);
    }

    /**
     * Prints all frames, a line each: the number of bytes in brackets, and the bytes as text or in hexadecimal.
     *
     * @throws UncheckedIOException if that is not possible
     */
    public ZMsg dump(Appendable out) {
        try {
            out.append("--------------------------------------\n");
            for (ZFrame frame : frames) {
                out.append("[%03d] %s\n".formatted(frame.size(), frame));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the message cannot be printed", e);
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZMsg that && Arrays.equals(frames.toArray(), that.frames.toArray());
    }

    @Override
    public int hashCode() {
        return frames.isEmpty() ? 0 : Arrays.hashCode(frames.toArray());
    }

    /** All frames, as text or in hexadecimal. */
    @Override
    public String toString() {
        var text = new StringJoiner(", ", "[ ", " ]");
        frames.forEach(frame -> text.add(frame.toString()));
        return text.toString();
    }

    // Frames of bytes and texts

    /** Adds a frame of this array behind. */
    public boolean add(byte[] data) {
        return add(new ZFrame(data));
    }

    /** Adds a frame of a text as UTF-8 behind. */
    public boolean add(String text) {
        return add(new ZFrame(text));
    }

    /** Adds a frame of a text as UTF-8 behind. */
    public ZMsg addString(String text) {
        return addLast(text);
    }

    /** Adds a frame of this array in front. */
    public ZMsg addFirst(byte[] data) {
        return push(data);
    }

    /** Adds a frame of a text as UTF-8 in front. */
    public ZMsg addFirst(String text) {
        return push(text);
    }

    /** Adds a frame of this array behind. */
    public ZMsg addLast(byte[] data) {
        add(data);
        return this;
    }

    /** Adds a frame of a text as UTF-8 behind. */
    public ZMsg addLast(String text) {
        add(text);
        return this;
    }

    /** Adds a frame of this array behind. */
    public ZMsg append(byte[] data) {
        return addLast(data);
    }

    /** Adds a frame of a text as UTF-8 behind. */
    public ZMsg append(String text) {
        return addLast(text);
    }

    /** Adds another message's frames behind, the same ones, which it keeps. Nothing if it is null. */
    public ZMsg append(ZMsg message) {
        if (message != null) {
            addAll(message);
        }
        return this;
    }

    /** Adds a frame of this array in front. */
    public ZMsg push(byte[] data) {
        push(new ZFrame(data));
        return this;
    }

    /** Adds a frame of a text as UTF-8 in front. */
    public ZMsg push(String text) {
        push(new ZFrame(text));
        return this;
    }

    /** Takes the first frame as text, or in hexadecimal if it is none; null without frames. */
    public String popString() {
        ZFrame first = pop();
        return first == null ? null : first.toString();
    }

    // Deque

    @Override
    public boolean add(ZFrame frame) {
        return frames.add(frame);
    }

    @Override
    public boolean addAll(Collection<? extends ZFrame> added) {
        return frames.addAll(List.copyOf(added));
    }

    @Override
    public void addFirst(ZFrame frame) {
        frames.addFirst(frame);
    }

    @Override
    public void addLast(ZFrame frame) {
        frames.addLast(frame);
    }

    @Override
    public void push(ZFrame frame) {
        frames.push(frame);
    }

    @Override
    public boolean offer(ZFrame frame) {
        return frames.offer(frame);
    }

    @Override
    public boolean offerFirst(ZFrame frame) {
        return frames.offerFirst(frame);
    }

    @Override
    public boolean offerLast(ZFrame frame) {
        return frames.offerLast(frame);
    }

    /** The first frame, which stays; null without frames. */
    @Override
    public ZFrame getFirst() {
        return frames.peekFirst();
    }

    /** The last frame, which stays; null without frames. */
    @Override
    public ZFrame getLast() {
        return frames.peekLast();
    }

    @Override
    public ZFrame element() {
        return frames.element();
    }

    @Override
    public ZFrame peek() {
        return frames.peek();
    }

    @Override
    public ZFrame peekFirst() {
        return frames.peekFirst();
    }

    @Override
    public ZFrame peekLast() {
        return frames.peekLast();
    }

    /** Takes the first frame; null without frames. */
    @Override
    public ZFrame pop() {
        return frames.pollFirst();
    }

    @Override
    public ZFrame poll() {
        return frames.poll();
    }

    @Override
    public ZFrame pollFirst() {
        return frames.pollFirst();
    }

    @Override
    public ZFrame pollLast() {
        return frames.pollLast();
    }

    @Override
    public ZFrame remove() {
        return frames.remove();
    }

    /** Takes the first frame; null without frames. */
    @Override
    public ZFrame removeFirst() {
        return frames.pollFirst();
    }

    /** Takes the last frame; null without frames. */
    @Override
    public ZFrame removeLast() {
        return frames.pollLast();
    }

    @Override
    public boolean remove(Object frame) {
        return frames.remove(frame);
    }

    @Override
    public boolean removeFirstOccurrence(Object frame) {
        return frames.removeFirstOccurrence(frame);
    }

    @Override
    public boolean removeLastOccurrence(Object frame) {
        return frames.removeLastOccurrence(frame);
    }

    @Override
    public boolean removeAll(Collection<?> removed) {
        return frames.removeAll(removed);
    }

    @Override
    public boolean retainAll(Collection<?> retained) {
        return frames.retainAll(retained);
    }

    /** Removes all frames, which keep their bytes. */
    @Override
    public void clear() {
        frames.clear();
    }

    @Override
    public int size() {
        return frames.size();
    }

    @Override
    public boolean isEmpty() {
        return frames.isEmpty();
    }

    @Override
    public boolean contains(Object frame) {
        return frames.contains(frame);
    }

    @Override
    public boolean containsAll(Collection<?> contained) {
        return frames.containsAll(contained);
    }

    @Override
    public Iterator<ZFrame> iterator() {
        return frames.iterator();
    }

    @Override
    public Iterator<ZFrame> descendingIterator() {
        return frames.descendingIterator();
    }

    @Override
    public Object[] toArray() {
        return frames.toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return frames.toArray(array);
    }
}
