package io.zmq4j.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A frame as it stands on the wire (RFC 37, "Framing"), message or command.
 *
 * <pre>
 *   flags:  7 6 5 4 3 2 1 0
 *           0 0 0 0 0 | | +-- MORE: another frame of this message follows
 *                     | +---- LONG: the size has 8 bytes instead of 1
 *                     +------ COMMAND
 * </pre>
 */
public record RawFrame(int flags, byte[] body) {
    static final int MORE = 1;
    static final int LONG = 2;
    static final int COMMAND = 4;

    /** A short message frame. */
    public static RawFrame message(byte[] body) {
        return new RawFrame(0, body);
    }

    /** A short message frame that another one follows. */
    public static RawFrame more(byte[] body) {
        return new RawFrame(MORE, body);
    }

    /** A command frame: the name's length, the name, the data. */
    public static RawFrame command(String name, byte[] data) {
        return new RawFrame(COMMAND, Bytes.concat(lengthAndName(name), data));
    }

    /**
     * A READY command (RFC 37, "The NULL Security Mechanism") of this socket type.
     *
     * @param properties further properties: name, value, name, value
     */
    public static RawFrame ready(String socketType, String... properties) {
        byte[] metadata = property("Socket-Type", socketType);
        for (int i = 0; i < properties.length; i += 2) {
            metadata = Bytes.concat(metadata, property(properties[i], properties[i + 1]));
        }
        return command("READY", metadata);
    }

    /** This frame with its size in 8 bytes, as a sender may choose for a small frame as well. */
    public RawFrame asLong() {
        return new RawFrame(flags | LONG, body);
    }

    public boolean isCommand() {
        return (flags & COMMAND) != 0;
    }

    public boolean hasMore() {
        return (flags & MORE) != 0;
    }

    /** The command's name. */
    public String commandName() {
        return new String(body, 1, body[0] & 0xFF, StandardCharsets.US_ASCII);
    }

    /** What follows the command's name. */
    public byte[] commandData() {
        return Arrays.copyOfRange(body, 1 + (body[0] & 0xFF), body.length);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The frame's bytes; bodies of 256 bytes and more are long frames, whatever the flags say. */
    public byte[] encoded() {
        boolean isLong = (flags & LONG) != 0 || body.length > 255;
        var bytes = ByteBuffer.allocate((isLong ? 9 : 2) + body.length);
        if (isLong) {
            bytes.put((byte) (flags | LONG)).putLong(body.length);
        } else {
            bytes.put((byte) flags).put((byte) body.length);
        }
        return bytes.put(body).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawFrame that && flags == that.flags && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * flags + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return "RawFrame[flags " + flags + ", " + Bytes.hex(body) + "]";
    }

    private static byte[] property(String name, String value) {
        byte[] text = Bytes.utf8(value);
        return Bytes.concat(
                lengthAndName(name), ByteBuffer.allocate(4).putInt(text.length).array(), text);
    }

    private static byte[] lengthAndName(String name) {
        return Bytes.concat(new byte[] {(byte) name.length()}, name.getBytes(StandardCharsets.US_ASCII));
    }
}
