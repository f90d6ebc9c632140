package io.zmq4j.dashboard;

import static io.zmq4j.view.Plain.text;

import io.zmq4j.event.DropReason;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.view.WatchedPeer;
import io.zmq4j.zmtp.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a socket shows.
 *
 * @param age since it was opened, in milliseconds
 * @param hidden how many peers are left out because there are too many
 * @param refused connections whose handshake failed, by reason
 * @param ended connections whose handshake had succeeded and that ended, by reason
 * @param retries how often another try to connect was planned
 */
record Detail(
        Overview.Row row,
        long age,
        int waitingSenders,
        int waitingReceivers,
        int sendHighWaterMark,
        int receiveHighWaterMark,
        List<Endpoint> endpoints,
        List<Peer> peers,
        int hidden,
        Map<DropReason, Long> drops,
        long connectionsMade,
        Map<CloseReason, Long> refused,
        Map<CloseReason, Long> ended,
        long retries,
        List<Option> options,
        History.Points history) {
    private static final int MAX_PEERS = 500;
    private static final int MAX_ENDPOINTS = 100;
    private static final int MAX_OPTIONS = 200;

    record Endpoint(
            String uri,
            boolean bound,
            String state,
            int peers,
            @Nullable String lastError,
            @Nullable Long nextTry) {}

    record Peer(
            String endpoint,
            String address,
            String type,
            String routingId,
            String mechanism,
            boolean connected,
            long connections,
            long age,
            double in,
            double out,
            double bytesIn,
            double bytesOut,
            long queuedIn,
            long queuedOut,
            int sendHighWaterMark,
            int receiveHighWaterMark) {}

    /** An option whose value is not the default. */
    record Option(String name, String value, String standard) {}

    static Detail of(Overview.Row row, SocketSnapshot now, List<WatchedPeer> peers, History.Points history) {
        return new Detail(
                row,
                Millis.of(now.age()),
                now.waitingSenders(),
                now.waitingReceivers(),
                now.sendHighWaterMark(),
                now.receiveHighWaterMark(),
                now.endpoints().stream()
                        .limit(MAX_ENDPOINTS)
                        .map(Detail::endpoint)
                        .toList(),
                peers.stream().limit(MAX_PEERS).map(Detail::peer).toList(),
                Math.max(0, peers.size() - MAX_PEERS),
                now.statistics().drops(),
                now.statistics().connectionsMade(),
                now.connections().refused(),
                now.connections().ended(),
                now.connections().retries(),
                options(now),
                history);
    }

    private static Endpoint endpoint(EndpointSnapshot endpoint) {
        var error = endpoint.lastError();
        var next = endpoint.nextTry();
        return new Endpoint(
                text(endpoint.uri()),
                endpoint.bound(),
                endpoint.state().name(),
                endpoint.peers(),
                error == null ? null : text(error),
                next == null ? null : Millis.of(next));
    }

    private static Peer peer(WatchedPeer peer) {
        var now = peer.now();
        return new Peer(
                text(now.endpoint()),
                orDash(now.address()),
                orDash(now.type()),
                routingId(now.routingId()),
                orDash(now.mechanism()),
                now.connected(),
                now.connections(),
                Millis.of(now.age()),
                peer.rates().messagesIn(),
                peer.rates().messagesOut(),
                peer.rates().bytesIn(),
                peer.rates().bytesOut(),
                now.traffic().queuedIn(),
                now.traffic().queuedOut(),
                now.sendHighWaterMark(),
                now.receiveHighWaterMark());
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text(text);
    }

    /** As text if it is some. */
    private static String routingId(byte[] id) {
        if (id.length == 0) {
            return "–";
        }
        for (byte each : id) {
            if (each < ' ' || each == 0x7f) {
                return "0x" + text(HexFormat.of().formatHex(id));
            }
        }
        return text(new String(id, StandardCharsets.US_ASCII));
    }

    static List<Option> options(SocketSnapshot socket) {
        return socket.options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MAX_OPTIONS)
                .map(each -> new Option(text(each.getKey()), text(each.getValue()), standard(each.getKey())))
                .toList();
    }

    /** The default as this program's version has it; a dash for an option that it does not know. */
    private static String standard(String name) {
        for (var option : SocketOptions.all()) {
            if (option.name().equals(name)) {
                return standard(option);
            }
        }
        return "–";
    }

    private static <T> String standard(SocketOption<T> option) {
        var text = option.format(option.defaultValue());
        return text.isEmpty() ? "–" : text;
    }
}
