package org.zeromq.proto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zeromq.ZFrame;

/**
 * Reads or writes the bytes of a frame one value after the other, in the frame's own array. Numbers are big-endian, texts are UTF-8.
 *
 * <pre>
 *   short string    | length, 1 byte | bytes |
 *   long string     | length, 4 bytes | bytes |
 *   list            | number of texts, 1 byte | short string | ...
 *   map             | number of entries, 1 byte | short string, "key=value" | ...
 * </pre>
 *
 * <p>What does not fit, and what is not all there, is an {@link IllegalArgumentException}. Not safe for several threads.
 */
public final class ZNeedle {
    private static final int BYTE_MAX = 255;

    private final ByteBuffer needle;

    /** At the first byte of a frame that has data. */
    public ZNeedle(ZFrame frame) {
        this(frame.getData());
    }

    ZNeedle(byte[] bytes) {
        needle = ByteBuffer.wrap(bytes);
    }

    private ByteBuffer have(int size) {
        if (size < 0 || size > needle.remaining()) {
            throw new IllegalArgumentException("%d bytes wanted at position %d, the frame has %d in all"
                    .formatted(Integer.toUnsignedLong(size), needle.position(), needle.limit()));
        }
        return needle;
    }

    // Numbers

    /** Puts the lowest byte. */
    public void putNumber1(int value) {
        have(Byte.BYTES).put((byte) value);
    }

    /** A number from 0 to 255. */
    public int getNumber1() {
        return have(Byte.BYTES).get() & 0xFF;
    }

    /** Puts the lowest 2 bytes. */
    public void putNumber2(int value) {
        have(Short.BYTES).putShort((short) value);
    }

    /** A number from 0 to 65535. */
    public int getNumber2() {
        return have(Short.BYTES).getShort() & 0xFFFF;
    }

    public void putNumber4(int value) {
        have(Integer.BYTES).putInt(value);
    }

    /** A number of 4 bytes, with a sign. */
    public int getNumber4() {
        return have(Integer.BYTES).getInt();
    }

    public void putNumber8(long value) {
        have(Long.BYTES).putLong(value);
    }

    /** A number of 8 bytes, with a sign. */
    public long getNumber8() {
        return have(Long.BYTES).getLong();
    }

    // Bytes and texts

    /** Puts the first {@code size} bytes of a block, without their number. */
    public void putBlock(byte[] value, int size) {
        if (size > value.length) {
            throw new IllegalArgumentException("%d bytes of a block of %d".formatted(size, value.length));
        }
        have(size).put(value, 0, size);
    }

    /** The next {@code size} bytes, a copy. */
    public byte[] getBlock(int size) {
        have(size);
        var block = new byte[size];
        needle.get(block);
        return block;
    }

    /** Puts a text of up to 255 bytes. */
    public void putShortString(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        checkShort(bytes.length);
        have(Byte.BYTES + bytes.length).put((byte) bytes.length).put(bytes);
    }

    static void checkShort(int length) {
        if (length > BYTE_MAX) {
            throw new IllegalArgumentException(
                    "a short string of %d bytes, allowed are %d: its length is one byte".formatted(length, BYTE_MAX));
        }
    }

    public String getShortString() {
        return new String(getBlock(getNumber1()), UTF_8);
    }

    public void putLongString(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        have(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    public String getLongString() {
        return new String(getBlock(getNumber4()), UTF_8);
    }

    /** As {@link #putShortString}; a text of more than 255 bytes as {@link #putLongString}. */
    public void putString(String value) {
        if (value.getBytes(UTF_8).length > BYTE_MAX) {
            putLongString(value);
        } else {
            putShortString(value);
        }
    }

    /** As {@link #getShortString}. */
    public String getString() {
        return getShortString();
    }

    // Lists and maps

    /** Puts up to 255 texts of up to 255 bytes each; null is an empty list. */
    public void putList(Collection<String> elements) {
        if (elements == null) {
            putNumber1(0);
            return;
        }
        putCount(elements.size());
        elements.forEach(this::putShortString);
    }

    public List<String> getList() {
        int count = getNumber1();
        var list = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            list.add(getShortString());
        }
        return list;
    }

    /** Puts up to 255 keys and values, of up to 254 bytes together and without a {@code =}; null is an empty map. */
    public void putMap(Map<String, String> map) {
        if (map == null) {
            putNumber1(0);
            return;
        }
        putCount(map.size());
        map.forEach((key, value) -> {
            if (key.contains("=") || value.contains("=")) {
                throw new IllegalArgumentException(
                        "the key \"%s\" or its value has a =, which stands between them".formatted(key));
            }
            putShortString(key + "=" + value);
        });
    }

    public Map<String, String> getMap() {
        int count = getNumber1();
        var map = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            String entry = getShortString();
            int end = entry.indexOf('=');
            if (end < 0) {
                throw new IllegalArgumentException("entry %d of a map has no = behind its key".formatted(i + 1));
            }
            map.put(entry.substring(0, end), entry.substring(end + 1));
        }
        return map;
    }

    private void putCount(int count) {
        if (count > BYTE_MAX) {
            throw new IllegalArgumentException(
                    "%d elements, allowed are %d: their number is one byte".formatted(count, BYTE_MAX));
        }
        putNumber1(count);
    }

    /** Where it is, and where the frame ends. */
    @Override
    public String toString() {
        return "ZNeedle [position=%d, ceiling=%d]".formatted(needle.position(), needle.limit());
    }
}
