package org.zeromq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.zeromq.ZMQ.Socket;
import org.zeromq.util.ZData;
import zmq.Msg;
import zmq.ZError;

/**
 * One frame of a message. It keeps the array that it is made of, and sends it without a copy: who sends a frame must not change the
 * array any more. Equal to a frame with the same bytes. Not safe for several threads.
 */
public class ZFrame {
    /** Another frame of the same message follows. */
    public static final int MORE = 2;

    /** The frame stays as it is when it was sent, as all do but for {@link #sendAndDestroy}. */
    public static final int REUSE = 128;

    /** Do not wait. */
    public static final int DONTWAIT = 1;

    private byte[] data;
    private boolean hasMore;
    private int routingId;
    private String group;

    /** Without bytes: see {@link #hasData}. */
    protected ZFrame() {}

    /** The bytes of a frame as sockets receive it, or none if it is null. */
    protected ZFrame(Msg frame) {
        if (frame != null) {
            data = frame.data();
            hasMore = frame.hasMore();
            routingId = frame.getRoutingId();
            group = frame.getGroup();
        }
    }

    /** With this array itself. */
    public ZFrame(byte[] data) {
        this.data = data;
    }

    /** With a text as UTF-8. */
    public ZFrame(String text) {
        data = text == null ? null : text.getBytes(UTF_8);
    }

    ZFrame(byte[] data, boolean hasMore) {
        this.data = data;
        this.hasMore = hasMore;
    }

    /** The array itself, or null if the frame was destroyed or made without. */
    public byte[] getData() {
        return data;
    }

    /** Whether there is an array, though it may be empty. */
    public boolean hasData() {
        return data != null;
    }

    /** The number of bytes. */
    public int size() {
        return data == null ? 0 : data.length;
    }

    /** Whether another frame of the same message followed when it was received. */
    public boolean hasMore() {
        return hasMore;
    }

    /** The bytes as text; empty if there are none. */
    public String getString(Charset charset) {
        return data == null ? "" : new String(data, charset);
    }

    /** Whether the bytes are this text as UTF-8. */
    public boolean streq(String text) {
        return ZData.streq(data, text);
    }

    /** The bytes in hexadecimal, without spaces. */
    public String strhex() {
        return ZData.strhex(data);
    }

    /** Whether another frame has bytes, and the same. */
    public boolean hasSameData(ZFrame other) {
        return other != null && data != null && Arrays.equals(data, other.data);
    }

    /** The peer of a SERVER, or 0. */
    public int getRoutingId() {
        return routingId;
    }

    public void setRoutingId(int routingId) {
        this.routingId = routingId;
    }

    /** The group of a RADIO's message, or null. */
    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    /** Takes this array in place of the one before. */
    public void reset(byte[] data) {
        this.data = data;
    }

    /** Takes a text as UTF-8 in place of the bytes before. */
    public void reset(String text) {
        data = text.getBytes(UTF_8);
    }

    /** Forgets the bytes. */
    public void destroy() {
        data = null;
    }

    /** A frame with the same array, and nothing else of this one. */
    public ZFrame duplicate() {
        return new ZFrame(data);
    }

    /** Prints a line: the prefix, the number of bytes in brackets, and up to 70 characters of them. Nothing without bytes. */
    public void print(String prefix) {
        ZData.print(System.out, prefix, data, size());
    }

    /**
     * Sends the bytes, which the frame keeps.
     *
     * @param flags of {@link #MORE} and {@link #DONTWAIT}
     * @return whether it was sent: if not, the socket's {@code errno()} says why
     * @throws IllegalArgumentException if the socket is null
     */
    public boolean send(Socket socket, int flags) {
        if (socket == null) {
            throw new IllegalArgumentException("socket is null: a frame is sent by a socket");
        }
        return socket.base().send(data, flags & ~REUSE);
    }

    /** As {@link #send}, without flags. */
    public boolean sendAndKeep(Socket socket) {
        return sendAndKeep(socket, 0);
    }

    /** As {@link #send}. */
    public boolean sendAndKeep(Socket socket, int flags) {
        return send(socket, flags);
    }

    /** As {@link #send}, without flags; if it was sent, the frame forgets the bytes. */
    public boolean sendAndDestroy(Socket socket) {
        return sendAndDestroy(socket, 0);
    }

    /** As {@link #send}; if it was sent, the frame forgets the bytes. */
    public boolean sendAndDestroy(Socket socket, int flags) {
        boolean isSent = send(socket, flags);
        if (isSent) {
            destroy();
        }
        return isSent;
    }

    /** As {@link #recvFrame(Socket, int)}, without flags. */
    public static ZFrame recvFrame(Socket socket) {
        return recvFrame(socket, 0);
    }

    /**
     * Receives one frame.
     *
     * @param flags 0, or {@link #DONTWAIT}
     * @return null if there is none at once or within the socket's timeout
     * @throws ZMQException if the wait ends otherwise, such as by an interrupt, or by the end of the context
     */
    public static ZFrame recvFrame(Socket socket, int flags) {
        byte[] data = socket.base().recvBytes(flags);
        if (data == null) {
            checkNothingThere(socket);
            return null;
        }
        return new ZFrame(data, socket.hasReceiveMore());
    }

    /** Throws what a socket gave nothing for, unless there was nothing to give. */
    static void checkNothingThere(Socket socket) {
        int code = socket.base().errno();
        if (code != 0 && code != ZError.EAGAIN) {
            throw new ZMQException(code);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZFrame that && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data);
    }

    /** The bytes as text, or in hexadecimal if they are none. */
    @Override
    public String toString() {
        return ZData.toString(data);
    }
}
