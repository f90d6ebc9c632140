package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zmq4j.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was typed, byte for byte. The JVM makes text of arguments by the locale, where what has no meaning in it is lost:
 * in the locale C, all that is not ASCII. So they are read again from the system. Here they are text in UTF-8 in every
 * locale; a byte 80 to FF that is not valid in it is a lone surrogate, U+DC80 to U+DCFF, which no valid text has.
 */
final class ArgumentBytes {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final int ESCAPE = 0xDC00;

    private ArgumentBytes() {}

    /** These arguments as they were typed, or, on a system that does not tell, as the JVM has them. */
    static String[] asTyped(String[] args) {
        return isAscii(String.join("", args)) ? args : asTyped(args, COMMAND_LINE);
    }

    /** The command line ends in the arguments; each part of it ends in a zero. */
    static String[] asTyped(String[] args, Path commandLine) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(commandLine);
        } catch (IOException e) {
            return args;
        }
        var typed = new String[args.length];
        int end = bytes.length - 1;
        for (int i = args.length - 1; i >= 0; i--) {
            int from = end;
            while (from > 0 && bytes[from - 1] != 0) {
                from--;
            }
            if (from == 0) {
                return args;
            }
            typed[i] = text(ByteBuffer.wrap(bytes, from, end - from));
            end = from - 1;
        }
        return typed;
    }

    /** The bytes of an argument or a part of one. */
    static byte[] of(String text) {
        return hasEscapes(text) ? unescaped(text) : text.getBytes(UTF_8);
    }

    /** The message that has these arguments for frames. */
    static Message message(List<String> arguments) {
        var frames = new byte[arguments.size()][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = of(arguments.get(i));
        }
        return Message.wrap(frames);
    }

    /** Whether this text has bytes that are not UTF-8. */
    static boolean hasEscapes(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (isEscape(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(int character) {
        return character >= (ESCAPE | 0x80) && character <= (ESCAPE | 0xFF);
    }

    private static String text(ByteBuffer bytes) {
        var text = CharBuffer.allocate(bytes.remaining());
        var decoder = UTF_8.newDecoder();
        for (var result = decoder.decode(bytes, text, true);
                result.isMalformed();
                result = decoder.reset().decode(bytes, text, true)) {
            for (int i = 0; i < result.length(); i++) {
                text.put((char) (ESCAPE | (bytes.get() & 0xFF)));
            }
        }
        return text.flip().toString();
    }

    private static byte[] unescaped(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int character = text.codePointAt(i);
            if (isEscape(character)) {
                bytes.write(character);
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
