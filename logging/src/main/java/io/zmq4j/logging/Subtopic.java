package io.zmq4j.logging;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The subtopic that a message begins with, in the convention of pyzmq's {@code TopicLogger}: {@code orders.eu::booked} is {@code
 * booked} under {@code orders.eu}. Stateless.
 */
final class Subtopic {
    private static final String DELIMITER = "::";

    /** Words joined by dots. So {@code ::1} and {@code cannot reach fe80::1} are texts and no topics. */
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*");

    private static final int LONGEST = 255;

    private Subtopic() {}

    /** The message's subtopic, or empty. */
    static String of(@Nullable String message) {
        int end = message == null ? -1 : message.indexOf(DELIMITER);
        if (message == null || end < 1 || end > LONGEST) {
            return "";
        }
        String words = message.substring(0, end);
        return WORDS.matcher(words).matches() ? words : "";
    }

    /** The text, which has the message somewhere in it, without the subtopic. */
    static String without(String subtopic, String text) {
        String mark = subtopic + DELIMITER;
        int at = subtopic.isEmpty() ? -1 : text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at) + text.substring(at + mark.length());
    }
}
