package io.zmq4j.cli;

import io.zmq4j.cli.probe.Answer;
import io.zmq4j.cli.probe.Report;
import io.zmq4j.zmtp.wire.Printable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a probe has found, for people and for scripts. */
final class ProbeText {
    private static final int MOST_PROPERTIES = 20;

    private ProbeText() {}

    /** The sentence, then a line for each thing that is known. */
    static String lines(Report report) {
        var text = new StringBuilder(report.sentence()).append('\n');
        if (report.connected() != null) {
            line(text, "address", report.address() + ", connected in " + millis(report.connected()));
        }
        if (report.version() != null) {
            line(text, "greeting", "ZMTP " + report.version() + greeting(report));
        }
        line(text, "socket type", report.socketType());
        int count = 0;
        for (Map.Entry<String, String> property : report.metadata().entrySet()) {
            if (++count > MOST_PROPERTIES) {
                line(text, "metadata", (report.metadata().size() - MOST_PROPERTIES) + " more");
                break;
            }
            line(text, "metadata", printable(property.getKey()) + "=" + printable(property.getValue()));
        }
        if (report.roundTrip() != null) {
            line(text, "round trip", millis(report.roundTrip()) + " by PING");
        }
        for (Answer answer : report.answers()) {
            boolean isBare =
                    answer.kind() == Answer.Kind.CLOSES || answer.detail().isEmpty();
            String detail = isBare ? "" : ", " + answer.detail();
            line(text, "as " + answer.as(), words(answer.kind()) + detail);
        }
        return text.toString();
    }

    private static String greeting(Report report) {
        return report.mechanism() == null
                ? ", revision " + report.revision()
                : ", mechanism " + report.mechanism() + ", as-server " + (report.asServer() ? 1 : 0);
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(String.format("  %-11s  %s%n", name, value));
        }
    }

    private static String words(Answer.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.2f ms", time.toNanos() / 1e6);
    }

    private static String printable(String text) {
        return Printable.text(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One line; times in microseconds. */
    static String json(Report report) {
        var json = new JsonFields()
                .text("endpoint", report.endpoint())
                .bool("ok", report.isFine())
                .text(
                        "obstacle",
                        report.obstacle() == null ? null : report.obstacle().name())
                .text("sentence", report.sentence())
                .text("transport", report.transport())
                .text("address", report.address());
        micros(json, "connectedMicros", report.connected());
        if (report.version() != null) {
            json.text("version", report.version()).number("revision", report.revision());
        }
        if (report.mechanism() != null) {
            json.text("mechanism", report.mechanism()).bool("asServer", report.asServer());
        }
        json.text("socketType", report.socketType()).texts("metadata", report.metadata());
        micros(json, "roundTripMicros", report.roundTrip());
        var answers = new TreeMap<String, String>();
        report.answers()
                .forEach(answer -> answers.put(answer.as().name(), answer.kind().name()));
        return json.texts("answers", answers) + "\n";
    }

    private static void micros(JsonFields json, String name, @Nullable Duration time) {
        if (time != null) {
            json.number(name, time.toNanos() / 1_000);
        }
    }
}
