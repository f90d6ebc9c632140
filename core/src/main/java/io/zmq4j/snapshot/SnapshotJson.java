package io.zmq4j.snapshot;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a snapshot as JSON. Times are milliseconds; what is null is left out. */
final class SnapshotJson {
    private final StringBuilder out = new StringBuilder(4096);
    private boolean isFirst = true;

    String context(ContextSnapshot context) {
        object(() -> {
            number("schema", ContextSnapshot.SCHEMA);
            text("name", context.name());
            number("number", context.number());
            text("version", context.version());
            number("pid", context.pid());
            text("takenAt", context.takenAt().toString());
            millis("age", context.age());
            array("loops", context.loops(), this::loop);
            array("sockets", context.sockets(), this::socket);
            array("ended", context.ended(), this::ended);
            array("events", context.events(), this::event);
        });
        return out.toString();
    }

    private void loop(LoopSnapshot loop) {
        text("name", loop.name());
        bool("alive", loop.alive());
        number("rounds", loop.rounds());
    }

    private void socket(SocketSnapshot socket) {
        SocketStatistics statistics = socket.statistics();
        number("id", socket.id());
        text("type", socket.type());
        text("name", socket.name());
        millis("age", socket.age());
        array("endpoints", socket.endpoints(), this::endpoint);
        number("sendHighWaterMark", socket.sendHighWaterMark());
        number("receiveHighWaterMark", socket.receiveHighWaterMark());
        number("waitingSenders", socket.waitingSenders());
        number("waitingReceivers", socket.waitingReceivers());
        traffic(statistics.traffic());
        number("connectionsMade", statistics.connectionsMade());
        number("connectionsEnded", statistics.connectionsEnded());
        counts("drops", statistics.drops());
        connections(socket.connections());
        array("peers", statistics.peers(), this::peer);
        key("options");
        object(() -> new TreeMap<>(socket.options()).forEach(this::text));
    }

    private void endpoint(EndpointSnapshot endpoint) {
        text("uri", endpoint.uri());
        bool("bound", endpoint.bound());
        text("state", endpoint.state().name());
        number("peers", endpoint.peers());
        text("lastError", endpoint.lastError());
        millis("nextTry", endpoint.nextTry());
    }

    private void peer(PeerStatistics peer) {
        text("endpoint", peer.endpoint());
        text("address", peer.address());
        text("type", peer.type());
        text("routingId", HexFormat.of().formatHex(peer.routingId()));
        text("mechanism", peer.mechanism());
        bool("connected", peer.connected());
        number("connections", peer.connections());
        millis("age", peer.age());
        number("sendHighWaterMark", peer.sendHighWaterMark());
        number("receiveHighWaterMark", peer.receiveHighWaterMark());
        traffic(peer.traffic());
    }

    private void ended(EndedSockets ended) {
        text("type", ended.type());
        text("name", ended.name());
        number("count", ended.count());
        traffic(ended.traffic());
        number("connectionsMade", ended.connectionsMade());
        counts("drops", ended.drops());
        connections(ended.connections());
    }

    private void event(LoggedEvent logged) {
        SocketEvent event = logged.event();
        number("number", logged.number());
        text("at", logged.at().toString());
        number("socketId", logged.socketId());
        text("socket", logged.socket());
        text("type", event.type().name());
        text("endpoint", event.endpoint());
        text("peer", event.peer());
        text("reason", event.reason() == null ? null : event.reason().name());
        text("detail", event.detail());
        number("value", event.value());
    }

    private void traffic(Traffic traffic) {
        number("messagesIn", traffic.messagesIn());
        number("bytesIn", traffic.bytesIn());
        number("messagesOut", traffic.messagesOut());
        number("bytesOut", traffic.bytesOut());
        number("queuedIn", traffic.queuedIn());
        number("queuedOut", traffic.queuedOut());
    }

    private void connections(ConnectionTotals connections) {
        counts("connectionsRefused", connections.refused());
        counts("connectionsEndedBy", connections.ended());
        number("connectRetries", connections.retries());
    }

    private <E extends Enum<E>> void counts(String name, Map<E, Long> counts) {
        key(name);
        object(() -> counts.forEach((reason, count) -> number(reason.name(), count)));
    }

    // ---- JSON

    private void object(Runnable members) {
        out.append('{');
        isFirst = true;
        members.run();
        out.append('}');
        isFirst = false;
    }

    private <T> void array(String name, Iterable<T> elements, Consumer<T> members) {
        key(name);
        out.append('[');
        isFirst = true;
        for (T element : elements) {
            comma();
            object(() -> members.accept(element));
        }
        out.append(']');
        isFirst = false;
    }

    private void comma() {
        if (!isFirst) {
            out.append(',');
        }
        isFirst = false;
    }

    private void key(String name) {
        comma();
        quoted(name);
        out.append(':');
    }

    private void number(String name, long value) {
        key(name);
        out.append(value);
    }

    private void bool(String name, boolean value) {
        key(name);
        out.append(value);
    }

    private void millis(String name, @Nullable Duration time) {
        if (time != null) {
            number(name, time.toMillis());
        }
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            key(name);
            quoted(value);
        }
    }

    /** RFC 8259, section 7; a lone surrogate, which no UTF-8 has, is escaped as well. */
    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || (Character.isSurrogate(c) && !isPaired(text, i))) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
