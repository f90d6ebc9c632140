package io.zmq4j.dashboard;

import static io.zmq4j.dashboard.Made.bound;
import static io.zmq4j.dashboard.Made.connected;
import static io.zmq4j.dashboard.Made.context;
import static io.zmq4j.dashboard.Made.failing;
import static io.zmq4j.dashboard.Made.passed;
import static io.zmq4j.dashboard.Made.peer;
import static io.zmq4j.dashboard.Made.sight;
import static io.zmq4j.dashboard.Made.socket;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.dashboard.Graph.Edge;
import io.zmq4j.dashboard.Graph.Kind;
import io.zmq4j.dashboard.Graph.Node;
import io.zmq4j.dashboard.Graph.Standing;
import io.zmq4j.dashboard.Sight.State;
import io.zmq4j.snapshot.SocketSnapshot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphMakerTest {
    private static final String HERE = "tcp://localhost:5556";
    private static final String BOUND = "tcp://0.0.0.0:5556";

    @Test
    void connectionIsAnEdgeBetweenSocketsOfTwoProcessesWithItsRates() {
        var publisher = sight(
                "p1",
                State.SEEN,
                context(1, 1, socket(1, "PUB", bound(BOUND, 1), peer(BOUND, "127.0.0.1:40000", "SUB", passed(0, 0)))),
                context(1, 2, socket(1, "PUB", bound(BOUND, 1), peer(BOUND, "127.0.0.1:40000", "SUB", passed(0, 50)))));
        var subscriber = sight(
                "p2",
                State.SEEN,
                context(2, 1, socket(7, "SUB", connected(HERE), peer(HERE, "127.0.0.1:5556", "PUB", passed(0, 0)))),
                context(2, 2, socket(7, "SUB", connected(HERE), peer(HERE, "127.0.0.1:5556", "PUB", passed(50, 0)))));

        var graph = GraphMaker.of(List.of(publisher, subscriber));

        assertThat(graph.nodes())
                .containsExactly(
                        new Node("p1-1-1-1", Kind.SOCKET, "PUB #1", "app1 (pid p1)"),
                        new Node("p2-2-1-7", Kind.SOCKET, "SUB #7", "app2 (pid p2)"));
        assertThat(graph.edges())
                .containsExactly(new Edge("p2-2-1-7", "p1-1-1-1", HERE, Standing.CONNECTED, 1, 0, 50, null));
    }

    @Test
    void whatIsConnectedToWhomNobodyWatchesLeadsToAnEndpoint() {
        var graph = GraphMaker.of(List.of(
                sight("p1", State.SEEN, context(1, 1, socket(1, "SUB", connected("tcp://far.example:1"))))));

        assertThat(graph.nodes()).contains(new Node("e:tcp://far.example:1", Kind.ENDPOINT, "tcp://far.example:1", ""));
        assertThat(graph.edges()).extracting(Edge::to).containsExactly("e:tcp://far.example:1");
    }

    @Test
    void peersThatNobodyWatchesComeFromOutside() {
        var publisher = socket(
                1,
                "PUB",
                bound(BOUND, 3),
                peer(BOUND, "10.0.0.1:1", "SUB", passed(0, 0)),
                peer(BOUND, "10.0.0.1:2", "SUB", passed(0, 0)),
                peer(BOUND, "127.0.0.1:3", "SUB", passed(0, 0)));
        var subscriber = socket(2, "SUB", connected(HERE), peer(HERE, "127.0.0.1:5556", "PUB", passed(0, 0)));

        var graph = GraphMaker.of(List.of(
                sight("p1", State.SEEN, context(1, 1, publisher)), sight("p2", State.SEEN, context(2, 1, subscriber))));

        assertThat(graph.nodes()).extracting(Node::title).contains("2 not watched");
        assertThat(graph.edges()).extracting(Edge::connections).containsExactly(1, 2);
    }

    @Test
    void wrongPeerIsABrokenEdgeWithItsReason() {
        var graph = GraphMaker.of(List.of(
                sight("p1", State.SEEN, context(1, 1, socket(1, "PUB", bound(BOUND, 0)))),
                sight("p2", State.SEEN, context(2, 1, socket(1, "REQ", failing(HERE, "a REQ does not talk to PUB"))))));

        assertThat(graph.edges())
                .containsExactly(
                        new Edge("p2-2-1-1", "p1-1-1-1", HERE, Standing.TRYING, 0, 0, 0, "a REQ does not talk to PUB"));
    }

    @Test
    void socketThatHasOtherPeersIsNotTheOneThatIsConnectedTo() {
        var router = socket(1, "ROUTER", bound(BOUND, 1), peer(BOUND, "127.0.0.1:9", "DEALER", passed(0, 0)));
        var subscriber = socket(1, "SUB", connected(HERE), peer(HERE, "127.0.0.1:5556", "PUB", passed(0, 0)));

        var graph = GraphMaker.of(List.of(
                sight("p1", State.SEEN, context(1, 1, router)), sight("p2", State.SEEN, context(2, 1, subscriber))));

        assertThat(graph.edges()).extracting(Edge::to).containsExactly("e:" + HERE, "p1-1-1-1");
    }

    @Test
    void inprocNamesAreOfOneContext() {
        var bound = socket(1, "PAIR", bound("inproc://x", 1));
        var connected = socket(2, "PAIR", connected("inproc://x"));

        var graph = GraphMaker.of(List.of(
                sight("p1", State.SEEN, context(1, 1, bound)),
                sight("p2", State.SEEN, context(2, 1, connected, socket(3, "PAIR", bound("inproc://x", 1))))));

        assertThat(graph.edges()).extracting(Edge::to).containsExactly("p2-2-1-3", "p1-1-1-1");
    }

    @Test
    void connectionsOfAProcessThatIsGoneAreGone() {
        var graph = GraphMaker.of(List.of(
                sight("p1", State.GONE, context(1, 1, socket(1, "SUB", connected("tcp://far.example:1"))))));

        assertThat(graph.edges()).extracting(Edge::standing).containsExactly(Standing.GONE);
    }

    @Test
    void moreSocketsThanCanBeLookedAtAreLeftOutAndCounted() {
        var sockets = IntStream.range(0, GraphMaker.MAX_SOCKETS + 5)
                .mapToObj(i -> socket(i, "PUB"))
                .toArray(SocketSnapshot[]::new);

        var graph = GraphMaker.of(List.of(sight("p1", State.SEEN, context(1, 1, sockets))));

        assertThat(graph.nodes()).hasSize(GraphMaker.MAX_SOCKETS);
        assertThat(graph.hidden()).isEqualTo(5);
    }
}
