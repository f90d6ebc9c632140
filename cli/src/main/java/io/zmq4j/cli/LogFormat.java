package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How log records are printed. In lines of text, further lines of a record are indented and control characters are escaped, so that no
 * record looks like another one or moves the cursor. Owned by one thread.
 */
final class LogFormat {
    /** No part of a topic widens its column beyond this. */
    private static final int WIDEST = 40;

    private static final String INDENT = "    ";

    private final Clock clock;
    private final @Nullable DateTimeFormatter dateFormat;
    private final String separator;
    private final boolean isAligned;
    private final boolean isColoured;
    private final List<Integer> widths = new ArrayList<>();

    /** @param dateFormat null if the time is not printed */
    LogFormat(
            Clock clock,
            @Nullable DateTimeFormatter dateFormat,
            String separator,
            boolean isAligned,
            boolean isColoured) {
        this.clock = clock;
        this.dateFormat = dateFormat;
        this.separator = separator;
        this.isAligned = isAligned;
        this.isColoured = isColoured;
    }

    /** Prints lines of text. */
    void write(LogEntry entry, OutputStream out) throws IOException {
        var lines = new StringBuilder(isAligned ? aligned(entry) : printable(entry.topic())).append(separator);
        var separation = "";
        for (var line : entry.text().lines().toList()) {
            lines.append(separation).append(printable(line));
            separation = "\n" + INDENT;
        }
        var level = entry.level();
        var text = isColoured && level != null ? level.coloured(lines.toString()) : lines.toString();
        var time = dateFormat == null ? "" : dateFormat.format(ZonedDateTime.now(clock)) + " ";
        out.write((time + text + "\n").getBytes(UTF_8));
    }

    /** As wide as the widest so far, part by part. */
    private String aligned(LogEntry entry) {
        var parts = new ArrayList<>(entry.parts());
        while (parts.size() < widths.size()) {
            parts.add("");
        }
        var topic = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            var part = printable(parts.get(i));
            if (i == widths.size()) {
                widths.add(0);
            }
            widths.set(i, Math.max(widths.get(i), Math.min(part.length(), WIDEST)));
            topic.append(i > 0 ? "." : "").append(part).append(" ".repeat(Math.max(0, widths.get(i) - part.length())));
        }
        return topic.toString();
    }

    private static String printable(String line) {
        if (line.chars().noneMatch(LogFormat::isControl)) {
            return line;
        }
        var printable = new StringBuilder();
        line.chars().forEach(c -> {
            if (isControl(c)) {
                printable.append(String.format(Locale.ROOT, "\\x%02x", c));
            } else {
                printable.append((char) c);
            }
        });
        return printable.toString();
    }

    private static boolean isControl(int c) {
        return c != '\t' && Character.isISOControl(c);
    }

    /** Prints a line of JSON: time of arrival, topic, level if it is known, and text. */
    void writeJson(LogEntry entry, OutputStream out) throws IOException {
        out.write(("{\"time\":\"" + clock.instant() + "\",\"topic\":").getBytes(UTF_8));
        JsonLine.writeString(entry.topic().getBytes(UTF_8), out);
        if (entry.level() != null) {
            out.write((",\"level\":\"" + entry.level() + "\"").getBytes(UTF_8));
        }
        out.write(",\"text\":".getBytes(UTF_8));
        JsonLine.writeString(entry.text().getBytes(UTF_8), out);
        out.write("}\n".getBytes(UTF_8));
    }
}
