package io.zmq4j.test;

import io.zmq4j.Socket;
import io.zmq4j.StreamSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.zmtp.SocketType;
import java.util.List;

/** What a peer can be, and what is different about each. */
final class Kinds {
    static final List<SocketType> ALL = List.of(
            SocketType.ROUTER,
            SocketType.DEALER,
            SocketType.PAIR,
            SocketType.PUB,
            SocketType.SUB,
            SocketType.PUSH,
            SocketType.PULL,
            SocketType.SERVER,
            SocketType.CLIENT,
            SocketType.SCATTER,
            SocketType.GATHER,
            SocketType.RADIO,
            SocketType.DISH,
            SocketType.PEER,
            SocketType.CHANNEL,
            SocketType.STREAM);

    private Kinds() {}

    /** Whether its messages begin with a routing id that it made itself, and have one frame more. */
    static boolean isRouted(SocketType type) {
        return type == SocketType.SERVER || type == SocketType.PEER || type == SocketType.STREAM;
    }

    /** What must happen before somebody hears it. */
    static String coming(SocketType type) {
        if (type == SocketType.PUB) {
            return "subscribed at";
        }
        return type == SocketType.RADIO ? "joined a group at" : "connected to";
    }

    static void prepare(Socket made) {
        if (made instanceof SubSocket sub) {
            sub.subscribe("");
        }
        if (made instanceof StreamSocket stream) {
            stream.streamNotify(false);
        }
    }

    /** The routing id of the one peer. */
    static byte[] onlyPeer(Socket socket) {
        List<PeerStatistics> peers = socket.statistics().peers().stream()
                .filter(PeerStatistics::connected)
                .toList();
        if (peers.size() != 1) {
            throw new AssertionError("a " + socket.type() + " sends to the one peer that is there, and at "
                    + socket.lastEndpoint() + " there are " + peers.size() + ": answer each with reply");
        }
        return peers.get(0).routingId();
    }
}
