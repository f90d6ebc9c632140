package io.zmq4j.view.top;

import java.util.List;

/** What the keys do and the columns mean. */
final class HelpPage {
    private static final String TEXT = """

            Up Down k j    move; PageUp, PageDown, Home and End as well
            Enter          the selected socket: endpoints, peers, options; again: back
            s              sort by the next of traffic, sent, received, queued, dropped,
                           peers, name, opened
            / f            show only what has this in its name, type, endpoint or peer
            Escape         back; at the list of sockets: show all
            e              the last 256 events; again: back
            p Space        pause; again: go on
            q Ctrl-C       quit

            WHERE          b bound, c connected; +2: two more
            PEERS          connections that are there
            SENT/S RECV/S  messages a second since the last look
            QUEUED         messages that wait, in either direction
            FULL           how full the fullest queue to or from a peer is
            DROPPED        messages that were dropped, by reason
            """;

    private HelpPage() {}

    static List<Line> lines() {
        return TEXT.lines().map(Line::plain).toList();
    }
}
