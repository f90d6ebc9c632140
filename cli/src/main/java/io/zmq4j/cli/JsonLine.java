package io.zmq4j.cli;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;

/**
 * A message as one line of JSON: an array of strings, one for each frame. A byte that is not valid UTF-8 becomes the
 * character of the same number, {@code U+00NN}, written as an escape: read back, that is another message, so binary frames want
 * {@link TextLine} or raw bytes.
 */
final class JsonLine {
    private JsonLine() {}

    /** Without the newline at its end. */
    static void write(Message message, OutputStream out) throws IOException {
        out.write('[');
        for (int i = 0; i < message.frameCount(); i++) {
            if (i > 0) {
                out.write(',');
            }
            writeString(message.bytes(i), out);
        }
        out.write(']');
    }

    static void writeString(byte[] text, OutputStream out) throws IOException {
        out.write('"');
        int clean = 0;
        int at = 0;
        while (at < text.length) {
            int length = text[at] == '"' || text[at] == '\\' ? 0 : Utf8.printableAt(text, at);
            if (length > 0) {
                at += length;
                continue;
            }
            out.write(text, clean, at - clean);
            int character = text[at++] & 0xFF;
            // U+0080 to U+009F are valid, but two bytes.
            if (character == 0xC2 && at < text.length && (text[at] & 0xC0) == 0x80) {
                character = text[at++] & 0xFF;
            }
            clean = at;
            out.write(escape(character).getBytes(StandardCharsets.US_ASCII));
        }
        out.write(text, clean, text.length - clean);
        out.write('"');
    }

    private static String escape(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u00" + HexFormat.of().toHexDigits((byte) character);
        };
    }

    /** The message of an array of strings. */
    static Message parse(byte[] line) throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return new Reader(text.toString()).message();
        } catch (CharacterCodingException e) {
            throw new IOException("a line of stdin is no message: it is not valid UTF-8", e);
        }
    }

    /** Reads the one kind of JSON that is wanted: {@code ["…","…"]}. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Message message() throws IOException {
            var frames = new ArrayList<byte[]>();
            expect('[');
            do {
                frames.add(string());
            } while (skip(','));
            expect(']');
            space();
            if (at < text.length()) {
                throw wrong();
            }
            return Message.wrap(frames.toArray(byte[][]::new));
        }

        private byte[] string() throws IOException {
            expect('"');
            var string = new StringBuilder();
            for (char c = next(); c != '"'; c = next()) {
                if (c < ' ') {
                    throw wrong();
                }
                string.append(c == '\\' ? escaped(next()) : c);
            }
            // A lone surrogate is no character: the encoder refuses it.
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(string));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        }

        private char escaped(char c) throws IOException {
            return switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    int from = at;
                    at += 4;
                    try {
                        yield (char) HexFormat.fromHexDigits(text, from, at);
                    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                        throw wrong();
                    }
                }
                default -> throw wrong();
            };
        }

        private char next() throws IOException {
            if (at >= text.length()) {
                throw wrong();
            }
            return text.charAt(at++);
        }

        private void expect(char c) throws IOException {
            if (!skip(c)) {
                throw wrong();
            }
        }

        private boolean skip(char c) {
            space();
            boolean there = at < text.length() && text.charAt(at) == c;
            if (there) {
                at++;
            }
            return there;
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private IOException wrong() {
            return new IOException("a line of stdin is no message, at character " + Math.min(at, text.length())
                    + ": an array of one or more strings is allowed, such as [\"topic\",\"text\"]");
        }
    }
}
