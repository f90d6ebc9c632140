package io.zmq4j.view.top;

import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.view.Plain;
import io.zmq4j.view.WatchedPeer;
import io.zmq4j.view.WatchedSocket;
import io.zmq4j.view.top.Table.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One socket: its endpoints, what passes, its peers, and what was set. */
final class SocketPage {
    private static final int SPARKLINE = 40;

    private static final List<Column<WatchedPeer>> PEERS = List.of(
            Column.text("PEER", 0, 15, peer -> who(peer)),
            Column.text("TYPE", 3, 4, peer -> orDash(peer.now().type())),
            Column.text("ROUTING ID", 9, 10, peer -> routingId(peer.now().routingId())),
            Column.text("AGE", 5, 5, peer -> age(peer)),
            Column.number("SENT/S", 1, peer -> Figures.rate(peer.rates().messagesOut())),
            Column.number("RECV/S", 2, peer -> Figures.rate(peer.rates().messagesIn())),
            Column.number(
                    "TO SEND",
                    4,
                    peer -> Queues.of(
                            peer.now().traffic().queuedOut(), peer.now().sendHighWaterMark())),
            Column.number(
                    "UNREAD",
                    6,
                    peer -> Queues.of(
                            peer.now().traffic().queuedIn(), peer.now().receiveHighWaterMark())),
            Column.number("SENT", 7, peer -> Figures.number(peer.now().traffic().messagesOut())),
            Column.number(
                    "RECEIVED", 8, peer -> Figures.number(peer.now().traffic().messagesIn())),
            Column.text("MECHANISM", 10, 5, peer -> orDash(peer.now().mechanism())));

    private SocketPage() {}

    static List<Line> lines(Model model, int width) {
        var row = model.selectedRow();
        if (row == null) {
            return List.of(Line.plain("no open socket"));
        }
        var socket = row.socket();
        var lines = new ArrayList<Line>();
        boolean isOpen = model.look().rows().stream().anyMatch(row::isSame);
        lines.add(new Line(
                Width.padRight(
                        Plain.text(socket.now().title()) + "  "
                                + (isOpen
                                        ? "open for "
                                                + Figures.duration(socket.now().age())
                                        : "closed"),
                        width),
                Style.HEADING));
        socket.now()
                .endpoints()
                .forEach(endpoint -> lines.add(Line.plain(SocketsPage.where(endpoint) + "  "
                        + SocketsPage.state(endpoint) + "  " + Figures.count(endpoint.peers(), "peer"))));
        lines.addAll(traffic(socket));
        lines.add(Line.EMPTY);
        var peers = socket.peers().stream()
                .sorted(Comparator.comparingDouble((WatchedPeer peer) ->
                                -peer.rates().messagesIn() - peer.rates().messagesOut())
                        .thenComparing(SocketPage::who))
                .toList();
        var texts = new Table<>(PEERS).lines(peers, width);
        lines.add(new Line(Width.padRight(texts.get(0), width), Style.HEADING));
        texts.subList(1, texts.size()).forEach(text -> lines.add(Line.plain(text)));
        if (peers.isEmpty()) {
            lines.add(Line.plain("no peer"));
        }
        lines.add(Line.EMPTY);
        new TreeMap<>(socket.now().options())
                .forEach((name, value) -> lines.add(Line.plain(Plain.text(name) + " " + Plain.text(value))));
        return lines;
    }

    private static List<Line> traffic(WatchedSocket socket) {
        var now = socket.now().statistics().traffic();
        var rates = socket.rates();
        return List.of(
                Line.plain("sent      " + flow(rates.messagesOut(), rates.bytesOut(), now.messagesOut()) + ", "
                        + Figures.number(now.queuedOut()) + " waiting  "
                        + Figures.sparkline(
                                socket.history(), sample -> sample.rates().messagesOut(), SPARKLINE)),
                Line.plain("received  " + flow(rates.messagesIn(), rates.bytesIn(), now.messagesIn()) + ", "
                        + Figures.number(now.queuedIn()) + " unread  "
                        + Figures.sparkline(
                                socket.history(), sample -> sample.rates().messagesIn(), SPARKLINE)),
                Line.plain(
                        "dropped   " + Heading.reasons(socket.now().statistics().drops()) + waiting(socket.now())));
    }

    private static String flow(double messages, double bytes, long all) {
        return Figures.rate(messages) + "/s, " + Figures.rate(bytes) + "B/s, " + Figures.number(all) + " in all";
    }

    private static String waiting(SocketSnapshot socket) {
        return (socket.waitingSenders() == 0
                        ? ""
                        : "  " + Figures.count(socket.waitingSenders(), "thread") + " waiting to send")
                + (socket.waitingReceivers() == 0
                        ? ""
                        : "  " + Figures.count(socket.waitingReceivers(), "thread") + " waiting to receive");
    }

    private static String who(WatchedPeer peer) {
        var address = peer.now().address();
        return Plain.text(address == null ? peer.now().endpoint() : address);
    }

    private static String age(WatchedPeer peer) {
        return peer.now().connected() ? Figures.duration(peer.now().age()) : "not connected";
    }

    /** As text if it is printed, else as hexadecimal bytes. */
    private static String routingId(byte[] id) {
        for (byte b : id) {
            if (b <= ' ' || b >= 0x7f) {
                return "0x" + HexFormat.of().formatHex(id);
            }
        }
        return id.length == 0 ? "-" : new String(id, StandardCharsets.US_ASCII);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : Plain.text(text);
    }
}
