package zmq.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import zmq.Msg;
import zmq.ZError;

/**
 * Properties of a peer, by name, as handshakes carry them (RFC 23). Names and values are text; a value that is null becomes an empty
 * one. Safe for any thread.
 *
 * <pre>
 *   | length of name, 1 byte | name | length of value, 4 bytes | value | ...
 * </pre>
 */
public class Metadata {
    public static final String IDENTITY = "Identity";
    public static final String SOCKET_TYPE = "Socket-Type";
    public static final String USER_ID = "User-Id";
    public static final String PEER_ADDRESS = "Peer-Address";

    private static final int LONGEST_NAME = 255;

    private final Map<String, String> values = new ConcurrentHashMap<>();

    public Metadata() {}

    /** With these properties, copied. */
    public Metadata(Properties properties) {
        properties.forEach((name, value) -> values.put(name.toString(), value.toString()));
    }

    /** With these properties, copied. */
    public Metadata(Map<String, String> properties) {
        properties.forEach((name, value) -> values.put(name, text(value)));
    }

    /** The value, or null. */
    public String get(String name) {
        return values.get(name);
    }

    public void put(String name, String value) {
        values.put(name, text(value));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /**
     * As {@link #put}.
     *
     * @deprecated {@link #put} says the same
     */
    @Deprecated
    public void set(String name, String value) {
        values.put(name, text(value));
    }

    /** Adds all properties of another one. */
    public void set(Metadata other) {
        values.putAll(other.values);
    }

    public void remove(String name) {
        values.remove(name);
    }

    public void clear() {
        values.clear();
    }

    public int size() {
        return values.size();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public boolean containsKey(String name) {
        return values.containsKey(name);
    }

    /** A view. */
    public Set<String> keySet() {
        return values.keySet();
    }

    /** A view. */
    public Collection<String> values() {
        return values.values();
    }

    /** A view. */
    public Set<Entry<String, String>> entrySet() {
        return values.entrySet();
    }

    /**
     * The properties as handshakes carry them.
     *
     * @throws IllegalStateException if a name is longer than 255 bytes
     */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        values.forEach((name, value) -> {
            byte[] encodedName = name.getBytes(UTF_8);
            byte[] encodedValue = value.getBytes(UTF_8);
            if (encodedName.length > LONGEST_NAME) {
                throw new IllegalStateException(
                        "a property's name of %d bytes, allowed are %d".formatted(encodedName.length, LONGEST_NAME));
            }
            bytes.write(encodedName.length);
            bytes.writeBytes(encodedName);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(encodedValue.length)
                    .array());
            bytes.writeBytes(encodedValue);
        });
        return bytes.toByteArray();
    }

    /**
     * Writes {@link #bytes}.
     *
     * @throws IllegalStateException if a name is longer than 255 bytes
     */
    public void write(OutputStream target) throws IOException {
        target.write(bytes());
    }

    /**
     * Adds the properties in a frame from an offset on.
     *
     * @param listener asked before each property is added, or null
     * @return 0, or EPROTO if they are malformed, or what the listener returned if that was not 0; those before are added
     */
    public int read(Msg frame, int offset, ParseListener listener) {
        return read(frame.buf(), offset, listener);
    }

    /**
     * Adds the properties in a buffer from an offset to the limit; its position has no part in it.
     *
     * @param listener asked before each property is added, or null
     * @return 0, or EPROTO if they are malformed, or what the listener returned if that was not 0; those before are added
     */
    public int read(ByteBuffer bytes, int offset, ParseListener listener) {
        ByteBuffer rest = bytes.duplicate().position(offset);
        while (rest.hasRemaining()) {
            byte[] name = part(rest, rest.get() & 0xFF);
            byte[] value = rest.remaining() < Integer.BYTES ? null : part(rest, rest.getInt());
            if (name == null || name.length == 0 || value == null) {
                return ZError.EPROTO;
            }
            String nameText = new String(name, UTF_8);
            String valueText = new String(value, UTF_8);
            int refused = listener == null ? 0 : listener.parsed(nameText, value, valueText);
            if (refused != 0) {
                return refused;
            }
            put(nameText, valueText);
        }
        return 0;
    }

    /** Null if there are not as many bytes, or their number, which has no sign, is above what an array holds. */
    private static byte[] part(ByteBuffer bytes, int length) {
        if (length < 0 || length > bytes.remaining()) {
            return null;
        }
        var part = new byte[length];
        bytes.get(part);
        return part;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metadata that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Metadata=" + values;
    }

    /** Sees each property that is read. */
    public interface ParseListener {
        /** Returns 0, or a code with which reading ends. */
        int parsed(String name, byte[] value, String valueAsString);
    }
}
