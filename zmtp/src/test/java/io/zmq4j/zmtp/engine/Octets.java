package io.zmq4j.zmtp.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Literal bytes for wire tests. */
final class Octets {
    private Octets() {}

    /** Hex digits, and text in single quotes: {@code "04 05 'READY'"}. */
    static byte[] octets(String literal) {
        var bytes = new ByteArrayOutputStream();
        String[] parts = literal.split("'", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean quoted = i % 2 == 1;
            bytes.writeBytes(
                    quoted
                            ? parts[i].getBytes(StandardCharsets.ISO_8859_1)
                            : HexFormat.of().parseHex(parts[i].replaceAll("\\s", "")));
        }
        return bytes.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** A command frame of ZMTP 3. */
    static byte[] command(String name, byte[] data) {
        byte[] body = concat(new byte[] {(byte) name.length()}, name.getBytes(StandardCharsets.ISO_8859_1), data);
        return frame(0x04, body);
    }

    /** A frame of ZMTP 3 in the form its size asks for. */
    static byte[] frame(int flags, byte[] body) {
        return body.length < 256
                ? concat(new byte[] {(byte) flags, (byte) body.length}, body)
                : concat(header(flags, body.length), body);
    }

    /** The header of a long frame. */
    static byte[] header(int flags, long size) {
        return octets("%02x %016x".formatted(flags | 0x02, size));
    }

    static byte[] property(String name, byte[] value) {
        return concat(
                octets("%02x".formatted(name.length())),
                name.getBytes(StandardCharsets.ISO_8859_1),
                octets("%08x".formatted(value.length)),
                value);
    }

    static byte[] property(String name, String value) {
        return property(name, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] greeting(int minor) {
        return concat(octets("ff 0000000000000000 7f 03 %02x 'NULL'".formatted(minor)), new byte[48]);
    }

    static byte[] greeting() {
        return greeting(1);
    }

    static byte[] ready(String socketType) {
        return command("READY", property("Socket-Type", socketType));
    }
}
