package org.zeromq.proto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.regex.Pattern;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMQException;
import org.zeromq.ZMsg;
import zmq.Msg;
import zmq.ZError;
import zmq.util.Wire;

/**
 * Sends and receives several values as one message, as a picture tells, a character each. A message is put together before any of it is
 * sent, so that a wrong argument leaves nothing half sent; a message that is not as its picture tells is taken as a whole. Without state.
 *
 * <pre>
 *         value                    plain picture: a frame each     binary picture: all but f and m in the first frame
 *   i     Integer                  in decimal                      -
 *   1     Integer, 0 to 255        in decimal                      1 byte
 *   2     Integer, 0 to 65535      in decimal                      2 bytes
 *   4     Integer                  in decimal                      4 bytes
 *   8     Long                     in decimal                      8 bytes
 *   s     String                   UTF-8, null is empty            length in 1 byte, UTF-8
 *   S     String                   -                               length in 4 bytes, UTF-8
 *   b, c  byte[]                   the bytes, null is empty        length in 4 bytes, the bytes
 *   f     ZFrame                   the frame                       the frame
 *   z     no argument, a ZFrame    an empty frame                  -
 *   m     ZMsg, as the last        its frames                      its frames
 * </pre>
 */
public class ZPicture {
    private static final Pattern PLAIN = Pattern.compile("[i1248sbcfz]*m?");
    private static final Pattern BINARY = Pattern.compile("[1248sSbcf]*m?");

    public ZPicture() {}

    private static void check(String picture, Pattern pattern) {
        if (!pattern.matcher(picture).matches()) {
            throw new ZMQException(
                    "the picture \"%s\", allowed are those that match %s".formatted(picture, pattern), ZError.EPROTO);
        }
    }

    // Binary pictures

    /**
     * Sends a binary picture of these values; their frames are {@linkplain ZFrame#destroy destroyed} then.
     *
     * @return whether it was sent
     * @throws ZMQException with EPROTO if there is no such picture
     * @throws ClassCastException if an argument is of another class than the picture tells
     */
    public boolean sendBinaryPicture(Socket socket, String picture, Object... args) {
        checkSocket(socket);
        return msgBinaryPicture(picture, args).send(socket);
    }

    /**
     * The message that {@link #sendBinaryPicture} sends.
     *
     * @throws ZMQException with EPROTO if there is no such picture
     * @throws ClassCastException if an argument is of another class than the picture tells
     */
    public ZMsg msgBinaryPicture(String picture, Object... args) {
        check(picture, BINARY);
        var values = new Msg.Builder();
        var frames = new ZMsg();
        for (int i = 0; i < picture.length(); i++) {
            char type = picture.charAt(i);
            Object value = args[i];
            switch (type) {
                case 'f' -> frames.add(present(i, cast(ZFrame.class, i, value)));
                case 'm' -> addMessage(frames, cast(ZMsg.class, i, value));
                default -> putValue(values, type, i, value);
            }
        }
        return frames.addFirst(values.build().data());
    }

    private static void addMessage(ZMsg frames, ZMsg message) {
        if (message == null) {
            frames.add("");
        } else {
            frames.append(message);
        }
    }

    private static void putValue(Msg values, char type, int index, Object value) {
        switch (type) {
            case '1' -> values.put((byte) number(index, value));
            case '2' -> Wire.putUInt16(values, number(index, value));
            case '4' -> Wire.putUInt32(values, number(index, value));
            case '8' -> {
                long number = present(index, cast(Long.class, index, value));
                Wire.putUInt32(values, (int) (number >>> Integer.SIZE));
                Wire.putUInt32(values, (int) number);
            }
            case 's' -> values.putShortString(present(index, cast(String.class, index, value)));
            case 'S' ->
                putBlock(
                        values, present(index, cast(String.class, index, value)).getBytes(UTF_8));
            default -> putBlock(values, present(index, cast(byte[].class, index, value)));
        }
    }

    private static void putBlock(Msg values, byte[] block) {
        Wire.putUInt32(values, block.length);
        values.put(block);
    }

    /**
     * Receives a binary picture.
     *
     * @return the values in their order, null for a frame or a message that is not there; null if nothing came within the socket's timeout
     * @throws ZMQException with EPROTO if there is no such picture, else as {@link ZFrame#recvFrame(Socket)}
     * @throws IllegalArgumentException if the first frame is too short
     */
    public Object[] recvBinaryPicture(Socket socket, String picture) {
        check(picture, BINARY);
        ZFrame first = ZFrame.recvFrame(socket);
        if (first == null) {
            return null;
        }
        var needle = new ZNeedle(first);
        var values = new Object[picture.length()];
        try {
            for (int i = 0; i < values.length; i++) {
                char type = picture.charAt(i);
                values[i] = switch (type) {
                    case 'f' -> socket.hasReceiveMore() ? ZFrame.recvFrame(socket) : null;
                    case 'm' -> socket.hasReceiveMore() ? ZMsg.recvMsg(socket) : null;
                    default -> value(needle, type);
                };
            }
        } catch (IllegalArgumentException e) {
            dropRest(socket);
            throw e;
        }
        return values;
    }

    private static Object value(ZNeedle needle, char type) {
        return switch (type) {
            case '1' -> needle.getNumber1();
            case '2' -> needle.getNumber2();
            case '4' -> needle.getNumber4();
            case '8' -> needle.getNumber8();
            case 's' -> needle.getShortString();
            case 'S' -> needle.getLongString();
            default -> needle.getBlock(needle.getNumber4());
        };
    }

    // Plain pictures

    /**
     * Sends a picture of these values; a message among them is {@linkplain ZMsg#destroy destroyed} then. Without frames nothing is sent.
     *
     * @return whether it was sent
     * @throws ZMQException with EPROTO if there is no such picture
     * @throws ClassCastException if an argument is of another class than the picture tells
     */
    public boolean sendPicture(Socket socket, String picture, Object... args) {
        checkSocket(socket);
        check(picture, PLAIN);
        var frames = new ZMsg();
        ZMsg message = new ZMsg();
        int next = 0;
        for (int i = 0; i < picture.length(); i++) {
            char type = picture.charAt(i);
            if (type == 'z') {
                frames.add("");
            } else if (type == 'm') {
                message = present(next, cast(ZMsg.class, next, args[next]));
                frames.append(message);
            } else {
                frames.add(frame(type, next, args[next]));
                next++;
            }
        }
        boolean isSent = frames.send(socket, false);
        if (isSent) {
            message.destroy();
        }
        return isSent;
    }

    private static ZFrame frame(char type, int index, Object value) {
        return switch (type) {
            case 'i', '4' -> new ZFrame(Integer.toString(number(index, value)));
            case '1' -> new ZFrame(Integer.toString(number(index, value) & 0xFF));
            case '2' -> new ZFrame(Integer.toString(number(index, value) & 0xFFFF));
            case '8' ->
                new ZFrame(present(index, cast(Long.class, index, value)).toString());
            case 's' -> new ZFrame(cast(String.class, index, value));
            case 'f' -> present(index, cast(ZFrame.class, index, value));
            default -> new ZFrame(cast(byte[].class, index, value));
        };
    }

    /**
     * Receives a picture.
     *
     * @return the values in their order, null for what did not come within the socket's timeout, and for what the message is too short for
     * @throws ZMQException with EPROTO if there is no such picture or if a frame is not empty that should be, else as
     *     {@link ZFrame#recvFrame(Socket)}
     * @throws NumberFormatException if a frame is no number that should be
     */
    public Object[] recvPicture(Socket socket, String picture) {
        check(picture, PLAIN);
        var values = new Object[picture.length()];
        for (int i = 0; i < values.length && (i == 0 || socket.hasReceiveMore()); i++) {
            char type = picture.charAt(i);
            values[i] = type == 'm' ? ZMsg.recvMsg(socket) : valueOrDrop(socket, type, ZFrame.recvFrame(socket));
        }
        return values;
    }

    private static Object valueOrDrop(Socket socket, char type, ZFrame frame) {
        try {
            return value(type, frame);
        } catch (NumberFormatException | ZMQException e) {
            dropRest(socket);
            throw e;
        }
    }

    private static Object value(char type, ZFrame frame) {
        if (frame == null) {
            return null;
        }
        return switch (type) {
            case 'i', '4' -> Integer.parseInt(frame.getString(UTF_8));
            case '1' -> Integer.parseInt(frame.getString(UTF_8)) & 0xFF;
            case '2' -> Integer.parseInt(frame.getString(UTF_8)) & 0xFFFF;
            case '8' -> Long.parseLong(frame.getString(UTF_8));
            case 's' -> frame.getString(UTF_8);
            case 'f' -> frame;
            case 'z' -> empty(frame);
            default -> frame.getData();
        };
    }

    private static ZFrame empty(ZFrame frame) {
        if (frame.size() > 0) {
            throw new ZMQException(
                    "a frame of %d bytes where the picture has an empty one".formatted(frame.size()), ZError.EPROTO);
        }
        return new ZFrame((byte[]) null);
    }

    // Both

    private static void checkSocket(Socket socket) {
        if (socket == null) {
            throw new IllegalArgumentException("socket is null: a picture is sent by a socket");
        }
    }

    /** So that what is received next is another message. */
    private static void dropRest(Socket socket) {
        if (socket.hasReceiveMore()) {
            ZMsg.recvMsg(socket, false);
        }
    }

    private static int number(int index, Object value) {
        return present(index, cast(Integer.class, index, value));
    }

    private static <T> T cast(Class<T> type, int index, Object value) {
        if (value != null && !type.isInstance(value)) {
            throw new ClassCastException("argument %d is of class %s, the picture has %s there"
                    .formatted(index + 1, value.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(value);
    }

    private static <T> T present(int index, T value) {
        return Objects.requireNonNull(value, () -> "argument %d is null".formatted(index + 1));
    }
}
