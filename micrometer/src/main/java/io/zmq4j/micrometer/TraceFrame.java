package io.zmq4j.micrometer;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The last frame of a message that says which trace it belongs to: a line {@code traceparent: 00-…}, and if there is one a line
 * {@code tracestate: …}, in ASCII with a line feed between them.
 */
final class TraceFrame {
    /** By which it is known. */
    private static final String PREFIX = "traceparent: ";

    /** What is longer is none. */
    private static final int LONGEST = 1_100;

    private TraceFrame() {}

    /** The message with the frame behind it; without, if there is no trace. */
    static Message append(Message message, TraceContext trace) {
        List<String> lines = trace.lines();
        return lines.isEmpty() ? message : message.append(String.join("\n", lines));
    }

    /** Whether the last frame is one, whatever it says. The only frame of a message is the application's. */
    static boolean isIn(Message message) {
        Frame last = message.last();
        return message.frameCount() > 1 && last.size() <= LONGEST && last.startsWith(PREFIX);
    }

    /** What the frame says; nothing where it breaks the rules. */
    static TraceContext read(Message message) {
        var trace = new TraceContext();
        for (String line : message.last().text(StandardCharsets.ISO_8859_1).split("\n", 3)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                trace.set(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return trace;
    }

    /** The message without its last frame. */
    static Message without(Message message) {
        return Message.of(message.frames().subList(0, message.frameCount() - 1).toArray(Frame[]::new));
    }
}
