package io.zmq4j.cli;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An event as a line for people, in the manner of {@code curl -v}: {@code *} what happened, {@code >} sent, {@code <} received. */
final class EventText {
    private static final String SENT = "sent ";
    private static final String RECEIVED = "received ";
    private static final Set<String> HANDSHAKE = Set.of("greeting", "HELLO", "WELCOME", "INITIATE", "READY", "ERROR");

    private EventText() {}

    static String line(SocketEvent event) {
        if (event.type() == SocketEvent.Type.TRACE) {
            return conversation(event.detail());
        }
        return "* " + sentence(event);
    }

    /** What happened, where, and why. */
    static String sentence(SocketEvent event) {
        var line = new StringBuilder(words(event.type()));
        if (!event.endpoint().isEmpty()) {
            line.append(' ').append(event.endpoint());
        }
        if (event.peer() != null) {
            line.append(" with ").append(event.peer());
        }
        // Why the connection ended before the next try, its own event has told.
        var reason = event.type() == SocketEvent.Type.CONNECT_RETRIED ? null : event.reason();
        if (reason != null) {
            line.append(": ").append(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (!event.detail().isEmpty()) {
            line.append(reason == null ? ": " : ", ").append(event.detail());
        }
        return line.toString();
    }

    /** An event as a message, a frame for each field: event, endpoint, peer, value, reason, detail; empty if not there. */
    static Message fields(SocketEvent event) {
        return ArgumentBytes.message(List.of(
                event.type().name(),
                event.endpoint(),
                event.peer() == null ? "" : event.peer(),
                String.valueOf(event.value()),
                event.reason() == null ? "" : event.reason().name(),
                event.detail()));
    }

    private static String words(SocketEvent.Type type) {
        return switch (type) {
            case CONNECTED -> "connected to";
            case CONNECT_DELAYED -> "connecting to";
            case CONNECT_RETRIED -> "cannot reach";
            case LISTENING -> "listening at";
            case BIND_FAILED -> "cannot bind";
            case ACCEPTED -> "accepted a connection at";
            case ACCEPT_FAILED -> "cannot accept at";
            case CLOSED -> "closed";
            case CLOSE_FAILED -> "cannot close";
            case DISCONNECTED -> "disconnected from";
            case MONITOR_STOPPED -> "no more events of";
            case HANDSHAKE_SUCCEEDED -> "ready at";
            case HANDSHAKE_FAILED -> "handshake failed at";
            case HANDSHAKE_FAILED_AUTH -> "not let in at";
            case UNPROTECTED -> "open to everybody:";
            case SOURCE_JOINED -> "receives from a sender at";
            case SOURCE_GONE -> "no more from a sender at";
            case DATA_LOST -> "lost data at";
            case INTERFACE_LOST -> "lost the network of";
            case INTERFACE_BACK -> "back in the network of";
            case PEERS_FOUND -> "peers told by";
            case DROPPED -> "dropped messages";
            case EVENTS_LOST -> "events left out at";
            case TRACE -> "";
        };
    }

    private static String conversation(String detail) {
        if (detail.startsWith(SENT)) {
            return "> " + detail.substring(SENT.length());
        }
        return detail.startsWith(RECEIVED) ? "< " + detail.substring(RECEIVED.length()) : "  " + detail;
    }

    /** Whether a line of the conversation belongs to the handshake: it is about the greeting or one of these commands. */
    static boolean isHandshake(SocketEvent event) {
        var words = event.detail().split(" ", 3);
        return words.length > 1 && HANDSHAKE.contains(words[1]);
    }
}
