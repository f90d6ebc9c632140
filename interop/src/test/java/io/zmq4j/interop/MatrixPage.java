package io.zmq4j.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** docs/interop.md, made from what is played. */
final class MatrixPage {
    private static final String HEAD = """
            # Who talks to whom

            Every socket type with every implementation at the other end, over every transport. The page is made from what
            `InteropMatrixTest` plays, and compared with it.

            A cell is four conversations: we bind and we connect, each without and with heartbeats (over `udp`, where who receives
            binds, and with STREAM it is one for each role). Each carries messages of several shapes, such as empty ones, many frames, frames of
            255, 256 and 131072 bytes, there, or there and back, and insists that what comes is what was sent. The cell names the
            version of ZMTP that both sides spoke, which is looked at; with heartbeats the test waits for the peer's PONG, or its PING,
            and insists that the connection stayed. In ZMTP 3.0, 2.0 and 1.0 there are no heartbeats: then it insists that we send none.

            *libzmq 4.3.4* is played through pyzmq, *4.3.5*, with its draft types, through npm's `zeromq` 6.8. *Script* is a peer that is
            written from the RFCs, byte by byte, and shares no line with what it talks to. A dash has its reason below.

            """;

    private final List<String> reasons = new ArrayList<>();

    private MatrixPage() {}

    static String text() {
        return new MatrixPage().page();
    }

    private String page() {
        var page = new StringBuilder(HEAD);
        append(
                page,
                Stream.concat(
                                Stream.of("Sockets", "Over"),
                                Stream.of(MatrixColumn.values()).map(column -> column.title))
                        .toList());
        page.append("|").append("---|".repeat(2 + MatrixColumn.values().length)).append('\n');
        for (MatrixRow row : MatrixRow.all()) {
            var cells = new ArrayList<>(List.of(row.pairing().toString(), row.scheme()));
            for (MatrixColumn column : MatrixColumn.values()) {
                cells.add(cell(row, column));
            }
            append(page, cells);
        }
        page.append('\n');
        for (int i = 0; i < reasons.size(); i++) {
            page.append(i + 1).append(". ").append(reasons.get(i)).append('\n');
        }
        return page.toString();
    }

    private String cell(MatrixRow row, MatrixColumn column) {
        String dash = column.dash(row);
        if (dash != null) {
            return "– " + number(dash);
        }
        String spoken = row.isUdp() ? "datagrams" : row.isZmtp() ? column.version : "bytes";
        String note = column.note(row);
        return note == null ? spoken : spoken + ", " + number(note);
    }

    private int number(String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return reasons.indexOf(reason) + 1;
    }

    private static void append(StringBuilder page, List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
