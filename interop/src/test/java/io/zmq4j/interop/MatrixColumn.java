package io.zmq4j.interop;

import io.zmq4j.testkit.RawVersion;
import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;

/** Who is at the other end. */
enum MatrixColumn {
    LIBZMQ("libzmq 4.3.4", "3.1", "PONG"),
    LIBZMQ_WITH_DRAFTS("libzmq 4.3.5", "3.1", "PONG"),
    JEROMQ("JeroMQ 0.6.0", "3.0", "PING"),
    OURSELVES("zmq4j", "3.1", "PONG"),
    SCRIPT_3_1("script 3.1", "3.1", "PONG"),
    SCRIPT_3_0("script 3.0", "3.0", null),
    SCRIPT_2_0("script 2.0", "2.0", null),
    SCRIPT_1_0("script 1.0", "1.0", null);

    private static final String DISH_NOTE =
            "without heartbeats: to its DISH a PONG is a broken message, for which it ends the connection";

    private static final String PEER_NOTE =
            "it receives and does not answer: the package gives out no routing id of a PEER";

    final String title;

    /** The version of ZMTP that both sides speak in the end. */
    final String version;

    /** What comes of heartbeats to us; null if the version has none. */
    final @Nullable String beat;

    MatrixColumn(String title, String version, @Nullable String beat) {
        this.title = title;
        this.version = version;
        this.beat = beat;
    }

    /** Why this row is not played; null if it is. */
    @Nullable
    String dash(MatrixRow row) {
        return switch (this) {
            case LIBZMQ ->
                row.isDraft() ? "as distributions build it, it has no draft types: the next column has them" : null;
            case JEROMQ -> jeromqDash(row);
            case SCRIPT_3_0, SCRIPT_2_0, SCRIPT_1_0 ->
                row.isZmtp() ? groupsDash(row) : "there is no ZMTP in it, and so no version";
            default -> null;
        };
    }

    private static @Nullable String jeromqDash(MatrixRow row) {
        if (row.isUdp()) {
            return "it has no udp of libzmq's kind";
        }
        return row.scheme().equals("ipc")
                ? "its ipc is tcp at a port that it makes of the name: it meets nobody but itself"
                : null;
    }

    private @Nullable String groupsDash(MatrixRow row) {
        return row.hasGroups() && this != SCRIPT_3_0
                ? "groups are joined by commands, which this version has not: refused"
                : null;
    }

    /** What is to be known of a row that is played; null for nothing. */
    @Nullable
    String note(MatrixRow row) {
        if (row.isZmtp() && !beats(row)) {
            return DISH_NOTE;
        }
        return pairing(row) == row.pairing() ? null : PEER_NOTE;
    }

    /** Whether the row is played with heartbeats as well. */
    boolean beats(MatrixRow row) {
        boolean breaksByPong =
                row.pairing().theirs() == SocketType.DISH && (this == JEROMQ || this == LIBZMQ_WITH_DRAFTS);
        return row.isZmtp() && !breaksByPong;
    }

    /** As the row says, as far as they can. */
    Pairing pairing(MatrixRow row) {
        Pairing pairing = row.pairing();
        return this == LIBZMQ_WITH_DRAFTS && pairing.ours() == SocketType.PEER
                ? new Pairing(pairing.ours(), pairing.theirs(), Pairing.Turn.WE_SEND)
                : pairing;
    }

    Partner scripted(MatrixRow row) {
        if (row.isUdp()) {
            return new DatagramPartner(row.pairing().theirs());
        }
        return row.isZmtp()
                ? new ScriptedPartner(
                        RawVersion.valueOf(name().replace("SCRIPT", "ZMTP")),
                        row.pairing().theirs())
                : new BytesPartner();
    }
}
