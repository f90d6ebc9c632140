package io.zmq4j.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected to whom.
 *
 * @param nodes the sockets, and what they are connected to that is not watched
 * @param edges from who connects to who is bound
 * @param hidden how many sockets are left out because there are too many
 */
record Graph(List<Node> nodes, List<Edge> edges, int hidden) {
    Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What a node stands for. */
    enum Kind {
        SOCKET,
        /** An endpoint that somebody connects to and nobody who is watched is bound to. */
        ENDPOINT,
        /** Those who connect to a socket and are not watched. */
        OUTSIDE
    }

    /**
     * @param key of the socket, or something else that no socket has
     * @param title of the socket; what stands there instead
     * @param process of the socket, for people; empty if it is none
     */
    record Node(String key, Kind kind, String title, String process) {}

    /** How the endpoint stands that an edge is made of. */
    enum Standing {
        CONNECTED,
        /** Being connected, or between two tries. */
        TRYING,
        GIVEN_UP,
        /** The process that connects is gone. */
        GONE
    }

    /**
     * @param from key of the node that connects
     * @param to key of the node that is bound
     * @param endpoint as it is connected; as it is bound where who connects is not watched
     * @param connections how many
     * @param out messages in a second to the one that is bound
     * @param in messages in a second from it
     * @param trouble why the last try failed; null if it did not
     */
    record Edge(
            String from,
            String to,
            String endpoint,
            Standing standing,
            int connections,
            double out,
            double in,
            @Nullable String trouble) {}
}
