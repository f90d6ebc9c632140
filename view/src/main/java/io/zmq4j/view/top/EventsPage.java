package io.zmq4j.view.top;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.view.Plain;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What has happened, the latest first. */
final class EventsPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private EventsPage() {}

    static List<Line> lines(Model model, int width, ZoneId zone) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Width.padRight("TIME          SOCKET, AND WHAT HAPPENED", width), Style.HEADING));
        var told = new HashMap<String, Integer>();
        model.look().contexts().stream()
                .flatMap(context -> context.now().events().stream())
                .filter(event -> model.filter().passes(Stream.of(event.socket(), sentence(event.event()))))
                .sorted(Comparator.comparing(LoggedEvent::at)
                        .thenComparingLong(LoggedEvent::number)
                        .reversed())
                .filter(event -> told.merge(what(event), 1, Integer::sum) == 1)
                .forEach(event -> lines.add(new Line(
                        TIME.format(event.at().atZone(zone)) + "  " + Plain.text(event.socket()) + "  "
                                + Plain.text(sentence(event.event())),
                        style(event.event().type()))));
        if (lines.size() == 1) {
            lines.add(Line.plain(model.filter().text().isEmpty() ? "nothing has happened" : "no event has this in it"));
        }
        return lines;
    }

    /** By what an event is told from others: the tries of an endpoint that is not there are one, the last. */
    private static String what(LoggedEvent event) {
        return switch (event.event().type()) {
            case CONNECT_DELAYED, CONNECT_RETRIED ->
                event.event().type() + " " + event.socketId() + " " + event.socket() + " "
                        + event.event().endpoint();
            default -> event.at() + " " + event.socketId() + " " + event.number();
        };
    }

    /** The event's name, where, with whom, and why. */
    private static String sentence(SocketEvent event) {
        var reason = event.reason();
        return Stream.of(
                        words(event.type()),
                        event.endpoint(),
                        event.peer() == null ? "" : "with " + event.peer(),
                        reason == null ? "" : words(reason),
                        event.type() == SocketEvent.Type.DROPPED
                                ? event.value() + " so far, " + event.detail()
                                : event.detail())
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Style style(SocketEvent.Type type) {
        return switch (type) {
            case BIND_FAILED,
                    ACCEPT_FAILED,
                    HANDSHAKE_FAILED,
                    HANDSHAKE_FAILED_AUTH,
                    DATA_LOST,
                    INTERFACE_LOST,
                    DROPPED -> Style.ERROR;
            case CONNECT_RETRIED, DISCONNECTED, CLOSE_FAILED, UNPROTECTED, EVENTS_LOST -> Style.WARNING;
            default -> Style.PLAIN;
        };
    }
}
