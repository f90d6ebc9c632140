package io.zmq4j.view.top;

import io.zmq4j.event.EndpointState;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.view.Plain;
import io.zmq4j.view.top.Look.Row;
import io.zmq4j.view.top.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line for each socket. */
final class SocketsPage {
    private static final Column<Row> CONTEXT =
            Column.text("CONTEXT", 8, 8, row -> Plain.text(row.context().now().name()));

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.text("TYPE", 0, 6, row -> Plain.text(row.socket().now().type())),
            Column.text("NAME", 1, 8, row -> name(row.socket().now())),
            Column.text("WHERE", 4, 16, row -> where(row.socket().now())),
            Column.number(
                    "PEERS",
                    7,
                    row -> Figures.number(row.socket().now().statistics().connections())),
            Column.number("SENT/S", 2, row -> Figures.rate(row.socket().rates().messagesOut())),
            Column.number("RECV/S", 3, row -> Figures.rate(row.socket().rates().messagesIn())),
            Column.number(
                    "QUEUED",
                    5,
                    row -> Figures.number(Queues.waiting(row.socket().now()))),
            Column.number("FULL", 8, row -> Queues.fullest(row.socket().now())),
            Column.text("DROPPED", 6, 15, row -> dropped(row.socket().now())),
            Column.text("STATE", 9, 20, row -> state(row.socket().now())));

    private SocketsPage() {}

    /** The heading, and as many rows as there is room for, the selected one among them. */
    static List<Line> lines(Model model, int width, int room) {
        var columns = new ArrayList<>(COLUMNS);
        if (model.look().contexts().size() > 1) {
            columns.add(0, CONTEXT);
        }
        var rows = model.rows();
        var selected = model.selectedRow();
        var texts = new Table<>(columns).lines(rows, width);
        var lines = new ArrayList<Line>();
        lines.add(new Line(heading(model, texts.get(0), width), Style.HEADING));
        int at = indexOf(rows, selected);
        int shown = Math.min(rows.size(), Math.max(1, room - 1));
        int from = Math.max(0, Math.min(at - shown / 2, rows.size() - shown));
        for (int i = from; i < from + shown; i++) {
            lines.add(new Line(texts.get(i + 1), i == at && room < Integer.MAX_VALUE ? Style.SELECTED : Style.PLAIN));
        }
        if (rows.isEmpty()) {
            lines.add(Line.plain(model.filter().text().isEmpty() ? "no open socket" : "no socket has this in it"));
        }
        return lines;
    }

    /** With what it is sorted by, if there is room. */
    private static String heading(Model model, String columns, int width) {
        var how = "by " + model.sort().word();
        int left = width - Width.of(columns) - 1;
        return Width.of(how) < left ? columns + Width.padLeft(how, left + 1) : Width.padRight(columns, width);
    }

    private static int indexOf(List<Row> rows, @Nullable Row selected) {
        for (int i = 0; i < rows.size(); i++) {
            if (selected != null && rows.get(i).isSame(selected)) {
                return i;
            }
        }
        return -1;
    }

    private static String name(SocketSnapshot socket) {
        return socket.name().isEmpty() ? "#" + socket.id() : Plain.text(socket.name());
    }

    /** The first endpoint, after how many more there are. */
    private static String where(SocketSnapshot socket) {
        var endpoints = socket.endpoints();
        return switch (endpoints.size()) {
            case 0 -> "-";
            case 1 -> where(endpoints.get(0));
            default -> "+" + (endpoints.size() - 1) + " " + where(endpoints.get(0));
        };
    }

    static String where(EndpointSnapshot endpoint) {
        return (endpoint.bound() ? "b " : "c ") + Plain.text(endpoint.uri());
    }

    private static String dropped(SocketSnapshot socket) {
        var reasons = Heading.reasons(socket.statistics().drops());
        return reasons.equals("0") ? "-" : reasons;
    }

    /** How its endpoints stand that do not stand well; else whether threads wait at it. */
    private static String state(SocketSnapshot socket) {
        var ill = socket.endpoints().stream()
                .filter(endpoint ->
                        endpoint.state() != EndpointState.LISTENING && endpoint.state() != EndpointState.CONNECTED)
                .map(SocketsPage::state)
                .collect(Collectors.joining("; "));
        if (!ill.isEmpty()) {
            return ill;
        }
        return socket.waitingSenders() > 0 ? Figures.count(socket.waitingSenders(), "sender") + " waiting" : "";
    }

    static String state(EndpointSnapshot endpoint) {
        var next = endpoint.nextTry();
        var error = endpoint.lastError();
        return endpoint.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (next == null ? "" : " " + Figures.duration(next))
                + (error == null ? "" : ": " + Plain.text(error));
    }
}
