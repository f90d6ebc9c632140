package io.zmq4j.zmtp.wire;

import io.zmq4j.zmtp.CloseReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The properties that peers tell each other at the end of the handshake (RFC 37, "Connection Metadata").
 *
 * <pre>
 *  +-------------+------------+--------------+------------
 *  | name length | name       | value length | value ...      and so on, to the end of the command
 *  +-------------+------------+--------------+------------
 *         1        1 to 255          4         0 to 2^31-1
 * </pre>
 *
 * Names keep the case they were sent in and are found in any.
 */
public final class Metadata {
    public static final String SOCKET_TYPE = "Socket-Type";
    public static final String IDENTITY = "Identity";

    private static final int LARGEST = 64 * 1024;
    private static final int MOST_PROPERTIES = 128;
    private static final int LONGEST_NAME = 255;

    private final Map<String, byte[]> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Without properties. */
    public Metadata() {}

    /** Reads the properties from an offset to the end. */
    public static Metadata parse(byte[] bytes, int offset) throws ProtocolException {
        if (bytes.length - offset > LARGEST) {
            throw invalid("%d bytes of metadata, allowed are %d".formatted(bytes.length - offset, LARGEST));
        }
        var metadata = new Metadata();
        int count = 0;
        int position = offset;
        while (position < bytes.length) {
            if (++count > MOST_PROPERTIES) {
                throw invalid("more than %d properties".formatted(MOST_PROPERTIES));
            }
            position = metadata.parseProperty(bytes, position);
        }
        return metadata;
    }

    private int parseProperty(byte[] bytes, int position) throws ProtocolException {
        int nameLength = Unsigned.uint8(bytes, position);
        int nameAt = position + 1;
        if (nameLength == 0) {
            throw invalid("a property without a name");
        }
        int valueLengthAt = nameAt + nameLength;
        int valueAt = valueLengthAt + Integer.BYTES;
        if (valueAt > bytes.length) {
            throw invalid("a property that is cut in its name or size: %d bytes left".formatted(bytes.length - nameAt));
        }
        String name = new String(bytes, nameAt, nameLength, StandardCharsets.ISO_8859_1);
        long valueLength = Unsigned.uint32(bytes, valueLengthAt);
        if (valueLength > bytes.length - valueAt) {
            throw invalid("property %s declares a value of %d bytes where %d are left"
                    .formatted(Printable.text(name), valueLength, bytes.length - valueAt));
        }
        int end = valueAt + (int) valueLength;
        byte[] earlier = properties.putIfAbsent(name, Arrays.copyOfRange(bytes, valueAt, end));
        if (earlier != null && isDefined(name)) {
            throw invalid("property %s comes twice".formatted(Printable.text(name)));
        }
        return end;
    }

    /** Two values of a property that means something to us would leave it to chance which one counts. */
    private static boolean isDefined(String name) {
        return name.equalsIgnoreCase(SOCKET_TYPE) || name.equalsIgnoreCase(IDENTITY);
    }

    private static ProtocolException invalid(String detail) {
        return new ProtocolException(CloseReason.INVALID_METADATA, detail);
    }

    /** Sets a property of our own; {@code name} is 1 to 255 characters of ASCII. The value is kept, not copied. */
    public Metadata put(String name, byte[] value) {
        Objects.requireNonNull(name, "name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a property's name of %d characters, allowed are 1 to %d".formatted(name.length(), LONGEST_NAME));
        }
        properties.put(name, Objects.requireNonNull(value, "value"));
        return this;
    }

    /** A property's value, its name in any case; not a copy. */
    public byte @Nullable [] value(String name) {
        return properties.get(Objects.requireNonNull(name, "name"));
    }

    /** All properties with their values as UTF-8 text. */
    public Map<String, String> asText() {
        var text = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        properties.forEach((name, value) -> text.put(name, new String(value, StandardCharsets.UTF_8)));
        return Collections.unmodifiableMap(text);
    }

    public byte[] encode() {
        var bytes = new ByteArrayOutputStream();
        var size = new byte[Integer.BYTES];
        properties.forEach((name, value) -> {
            bytes.write(name.length());
            bytes.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
            Unsigned.putUint32(size, 0, value.length);
            bytes.writeBytes(size);
            bytes.writeBytes(value);
        });
        return bytes.toByteArray();
    }

    /** One line for people, escaped. */
    @Override
    public String toString() {
        var line = new StringJoiner(", ");
        properties.forEach((name, value) -> line.add(Printable.text(name) + "=" + Printable.text(value)));
        return line.toString();
    }
}
