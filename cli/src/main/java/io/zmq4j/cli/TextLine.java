package io.zmq4j.cli;

import io.zmq4j.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;

/**
 * A message as one line of text: frames separated by one TAB, what is printable UTF-8 as it is, any other byte as
 * {@code \xNN}. That is the only escape: a backslash is a backslash, except one that {@code xNN} follows, which is
 * written {@code \x5c}. So every message has exactly one line, and every such line can be read back.
 */
final class TextLine {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private TextLine() {}

    /** Without the newline at its end. */
    static void write(Message message, OutputStream out) throws IOException {
        for (int i = 0; i < message.frameCount(); i++) {
            if (i > 0) {
                out.write('\t');
            }
            write(message.bytes(i), out);
        }
    }

    private static void write(byte[] frame, OutputStream out) throws IOException {
        int clean = 0;
        int at = 0;
        while (at < frame.length) {
            int length = isEscape(frame, at) ? 0 : Utf8.printableAt(frame, at);
            if (length > 0) {
                at += length;
            } else {
                out.write(frame, clean, at - clean);
                out.write('\\');
                out.write('x');
                out.write(HEX[frame[at] >> 4 & 0xF]);
                out.write(HEX[frame[at] & 0xF]);
                clean = ++at;
            }
        }
        out.write(frame, clean, frame.length - clean);
    }

    /** The message of a line that {@link #write} wrote or somebody typed. */
    static Message parse(byte[] line) {
        var frames = new ArrayList<byte[]>();
        var frame = new ByteArrayOutputStream(line.length);
        int at = 0;
        while (at < line.length) {
            if (line[at] == '\t') {
                frames.add(frame.toByteArray());
                frame.reset();
                at++;
            } else if (isEscape(line, at)) {
                frame.write(Character.digit(line[at + 2], 16) << 4 | Character.digit(line[at + 3], 16));
                at += 4;
            } else {
                frame.write(line[at++]);
            }
        }
        frames.add(frame.toByteArray());
        return Message.wrap(frames.toArray(byte[][]::new));
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return bytes[at] == '\\'
                && at + 3 < bytes.length
                && bytes[at + 1] == 'x'
                && Character.digit(bytes[at + 2], 16) >= 0
                && Character.digit(bytes[at + 3], 16) >= 0;
    }
}
