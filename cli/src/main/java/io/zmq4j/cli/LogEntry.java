package io.zmq4j.cli;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log record as it is published: a topic, {@code ROOT.LEVEL.SUBTOPIC}, and a text. Any message can be read as one.
 *
 * @param level the first part of the topic that names one; null if none does
 * @param text without white space around it
 */
record LogEntry(String topic, @Nullable LogLevel level, String text) {
    /** A topic that is looked at has no more parts; a longer one has the rest in its last. */
    private static final int MOST_PARTS = 16;

    static LogEntry of(Message message) {
        var topic = message.text(0).strip();
        List<String> texts = new ArrayList<>();
        for (int i = 1; i < message.frameCount(); i++) {
            texts.add(message.text(i));
        }
        return new LogEntry(topic, level(topic), String.join("\t", texts).strip());
    }

    private static @Nullable LogLevel level(String topic) {
        for (var part : parts(topic)) {
            var level = LogLevel.named(part);
            if (level != null) {
                return level;
            }
        }
        return null;
    }

    private static List<String> parts(String topic) {
        return List.of(topic.split("\\.", MOST_PARTS));
    }

    List<String> parts() {
        return parts(topic);
    }

    /** Whether it is as severe; a level that is not known may be. */
    boolean isAtLeast(LogLevel least) {
        return level == null || level.compareTo(least) >= 0;
    }
}
