package io.zmq4j.view.top;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys of what a terminal sends: UTF-8, and sequences after an escape. A single escape is told from the beginning of a sequence
 * by what has arrived together with it. Owned by the thread that reads.
 */
final class Keyboard {
    private static final int ESCAPE = 0x1b;

    /** What comes after {@code ESC [} or {@code ESC O}; ECMA-48 and xterm. */
    private static final Map<String, Key.Kind> SEQUENCES = Map.ofEntries(
            Map.entry("A", Key.Kind.UP),
            Map.entry("B", Key.Kind.DOWN),
            Map.entry("H", Key.Kind.HOME),
            Map.entry("F", Key.Kind.END),
            Map.entry("1~", Key.Kind.HOME),
            Map.entry("7~", Key.Kind.HOME),
            Map.entry("4~", Key.Kind.END),
            Map.entry("8~", Key.Kind.END),
            Map.entry("5~", Key.Kind.PAGE_UP),
            Map.entry("6~", Key.Kind.PAGE_DOWN));

    private static final int LONGEST_SEQUENCE = 16;

    private final PushbackInputStream in;

    Keyboard(InputStream in) {
        this.in = new PushbackInputStream(in);
    }

    /** Waits for the next key. What no key of ours sends is left out. */
    Key next() {
        try {
            while (true) {
                int first = in.read();
                if (first == ESCAPE && in.available() > 0) {
                    var kind = sequence();
                    if (kind != null) {
                        return Key.of(kind);
                    }
                } else if (first < 0) {
                    return Key.of(Key.Kind.CLOSED);
                } else {
                    var key = single(first);
                    if (key != null) {
                        return key;
                    }
                }
            }
        } catch (IOException e) {
            return Key.of(Key.Kind.CLOSED);
        }
    }

    private Key.@Nullable Kind sequence() throws IOException {
        int introducer = in.read();
        if (introducer != '[' && introducer != 'O') {
            // The key, and another one soon after.
            in.unread(introducer);
            return Key.Kind.ESCAPE;
        }
        var sequence = new StringBuilder();
        while (sequence.length() < LONGEST_SEQUENCE) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            sequence.append((char) next);
            if (next >= 0x40 && next <= 0x7e) {
                return SEQUENCES.get(sequence.toString());
            }
        }
        return null;
    }

    private @Nullable Key single(int first) throws IOException {
        return switch (first) {
            case ESCAPE -> Key.of(Key.Kind.ESCAPE);
            case '\r', '\n' -> Key.of(Key.Kind.ENTER);
            case 0x7f, '\b' -> Key.of(Key.Kind.BACKSPACE);
            default -> first < ' ' ? null : character(first);
        };
    }

    private @Nullable Key character(int first) throws IOException {
        int length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        var bytes = ByteBuffer.allocate(length).put((byte) first);
        while (bytes.hasRemaining()) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            bytes.put((byte) next);
        }
        int character = new String(bytes.array(), StandardCharsets.UTF_8).codePointAt(0);
        return Character.isISOControl(character) || character == 0xfffd ? null : Key.of(character);
    }
}
