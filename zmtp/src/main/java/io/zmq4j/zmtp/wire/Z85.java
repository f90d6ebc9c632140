package io.zmq4j.zmtp.wire;

import java.util.Arrays;
import java.util.Objects;

/**
 * Bytes as printable text, four octets as five characters (RFC 32). What is refused is not repeated in the message: it may be a
 * secret.
 */
public final class Z85 {
    private static final String ALPHABET =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

    private static final int BASE = 85;
    private static final int OCTETS = 4;
    private static final int CHARACTERS = 5;
    private static final long LARGEST = 0xFFFF_FFFFL;
    private static final byte[] VALUES = values();

    private Z85() {}

    private static byte[] values() {
        var values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < BASE; i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    /**
     * The text of some bytes.
     *
     * @throws IllegalArgumentException if their number is no multiple of 4
     */
    public static String encode(byte[] bytes) {
        return new String(toCharacters(bytes));
    }

    /**
     * The same text in an array, which the caller can overwrite: for a secret.
     *
     * @throws IllegalArgumentException if the number of bytes is no multiple of 4
     */
    public static char[] toCharacters(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        if (bytes.length % OCTETS != 0) {
            throw new IllegalArgumentException(
                    "%d bytes to encode, allowed are multiples of %d".formatted(bytes.length, OCTETS));
        }
        var text = new char[bytes.length / OCTETS * CHARACTERS];
        for (int i = 0; i < text.length / CHARACTERS; i++) {
            long value = 0;
            for (int octet = 0; octet < OCTETS; octet++) {
                value = (value << Byte.SIZE) | (bytes[i * OCTETS + octet] & 0xFF);
            }
            for (int character = CHARACTERS - 1; character >= 0; character--) {
                text[i * CHARACTERS + character] = ALPHABET.charAt((int) (value % BASE));
                value /= BASE;
            }
        }
        return text;
    }

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException if its length is no multiple of 5, one of its characters is none of the 85, or five of them
     *     are more than four octets hold
     */
    public static byte[] decode(CharSequence text) {
        Objects.requireNonNull(text, "text");
        if (text.length() % CHARACTERS != 0) {
            throw new IllegalArgumentException(
                    "%d characters to decode, allowed are multiples of %d".formatted(text.length(), CHARACTERS));
        }
        var bytes = new byte[text.length() / CHARACTERS * OCTETS];
        for (int i = 0; i < bytes.length / OCTETS; i++) {
            long value = 0;
            for (int character = i * CHARACTERS; character < (i + 1) * CHARACTERS; character++) {
                value = value * BASE + value(text, character);
            }
            if (value > LARGEST) {
                throw new IllegalArgumentException(
                        "the five characters from position %d on are too large".formatted(i * CHARACTERS));
            }
            for (int octet = OCTETS - 1; octet >= 0; octet--) {
                bytes[i * OCTETS + octet] = (byte) value;
                value >>>= Byte.SIZE;
            }
        }
        return bytes;
    }

    private static int value(CharSequence text, int at) {
        char character = text.charAt(at);
        int value = character < VALUES.length ? VALUES[character] : -1;
        if (value < 0) {
            throw new IllegalArgumentException("the character at position %d is none of Z85".formatted(at));
        }
        return value;
    }
}
