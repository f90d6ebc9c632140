package io.zmq4j.view.top;

import io.zmq4j.view.top.Look.Row;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the user looks for.
 *
 * @param text in whatever case; empty for everything
 */
record Filter(String text) {
    static final Filter NONE = new Filter("");

    private static final int MAX_LENGTH = 60;

    Filter with(int character) {
        return text.length() < MAX_LENGTH ? new Filter(text + Character.toString(character)) : this;
    }

    /** Without its last character. */
    Filter shortened() {
        return text.isEmpty() ? this : new Filter(text.substring(0, text.offsetByCodePoints(text.length(), -1)));
    }

    /** Whether a socket has the text in its type, its name, its context's name, an endpoint, or a peer's address. */
    boolean passes(Row row) {
        var socket = row.socket().now();
        var names = Stream.of(socket.title(), row.context().now().name());
        var endpoints = socket.endpoints().stream().map(endpoint -> endpoint.uri());
        var peers = socket.statistics().peers().stream().map(peer -> String.valueOf(peer.address()));
        return passes(Stream.of(names, endpoints, peers).flatMap(texts -> texts));
    }

    /** Whether one of these has the text in it. */
    boolean passes(Stream<String> texts) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || texts.anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
