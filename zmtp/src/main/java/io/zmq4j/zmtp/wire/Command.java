package io.zmq4j.zmtp.wire;

import io.zmq4j.zmtp.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A command: a name and data in one frame (RFC 37, "Formal Grammar").
 *
 * <pre>
 *  +-------------+---------------+----------
 *  | name length | name          | data ...
 *  +-------------+---------------+----------
 *         0        1..length       length+1
 * </pre>
 *
 * @param name the name; of a peer's command each octet is one character
 * @param body the frame's whole body, with the name in front; kept, not copied
 */
public record Command(String name, byte[] body) {
    public Command {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(body, "body");
    }

    /** No name and no data, for which no RFC has a use: the turn of a side that has nothing to say, with a mechanism that knows it. */
    public static final Command EMPTY = new Command("", new byte[0]);

    public static final String READY = "READY";
    public static final String ERROR = "ERROR";
    public static final String SUBSCRIBE = "SUBSCRIBE";
    public static final String CANCEL = "CANCEL";
    public static final String JOIN = "JOIN";
    public static final String LEAVE = "LEAVE";
    public static final String PING = "PING";
    public static final String PONG = "PONG";

    /** A command of our own; {@code name} is ASCII. */
    public static Command of(String name, byte[] data) {
        return of(name, data, 0);
    }

    /** A command of our own with the data from an offset on. */
    public static Command of(String name, byte[] data, int offset) {
        Objects.checkFromToIndex(offset, data.length, data.length);
        byte[] prefix = prefix(name);
        byte[] body = Arrays.copyOf(prefix, prefix.length + data.length - offset);
        System.arraycopy(data, offset, body, prefix.length, data.length - offset);
        return new Command(name, body);
    }

    /** What the body of every command of this name starts with. */
    public static byte[] prefix(String name) {
        var prefix = new byte[1 + name.length()];
        prefix[0] = (byte) name.length();
        System.arraycopy(name.getBytes(StandardCharsets.ISO_8859_1), 0, prefix, 1, name.length());
        return prefix;
    }

    /** The command in a frame's body, which the command keeps. */
    public static Command parse(byte[] body) throws ProtocolException {
        int nameLength = body.length == 0 ? 0 : Unsigned.uint8(body, 0);
        if (nameLength == 0) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_COMMAND, "a command of %d bytes has no name".formatted(body.length));
        }
        if (nameLength > body.length - 1) {
            throw new ProtocolException(
                    CloseReason.MALFORMED_COMMAND,
                    "a command of %d bytes declares a name of %d".formatted(body.length, nameLength));
        }
        return new Command(new String(body, 1, nameLength, StandardCharsets.ISO_8859_1), body);
    }

    /** Where the data starts in the body. */
    public int dataOffset() {
        return 1 + name.length();
    }

    public int dataSize() {
        return body.length - dataOffset();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Command that && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body);
    }

    /** The name and how much data, never the data. */
    @Override
    public String toString() {
        return "Command[%s, %d bytes]".formatted(Printable.text(name), dataSize());
    }

    /** The whole frame, as it goes onto the wire. */
    public byte[] frame() {
        var frame = new byte[FrameFormat.MAX_HEADER + body.length];
        int bodyAt = FrameFormat.ZMTP_3.putHeader(frame, 0, FrameFlags.COMMAND, body.length);
        System.arraycopy(body, 0, frame, bodyAt, body.length);
        return Arrays.copyOf(frame, bodyAt + body.length);
    }
}
