package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a snapshot says of connections that did not come about, or ended. */
class ConnectionTotalsTest {
    private final Context context = Context.create();
    /** A socket that nobody has is closed. */
    private final List<Socket> kept = new ArrayList<>();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private ConnectionTotals of(String type) {
        return context.snapshot().sockets().stream()
                .filter(socket -> socket.type().equals(type))
                .map(SocketSnapshot::connections)
                .reduce(new ConnectionTotals(Map.of(), Map.of(), 0), ConnectionTotals::plus);
    }

    @Test
    void handshakesThatFailAreCountedByReasonOnBothSides() {
        var pub = context.pub();
        kept.add(pub);
        kept.add(context.req());
        kept.get(1).connect(pub.bind("tcp://127.0.0.1:*"));
        Sockets.awaitUntil(
                "both refuse",
                () -> of("PUB").refused().containsKey(CloseReason.INCOMPATIBLE_SOCKET_TYPE)
                        && of("REQ").retries() == 1);
        assertThat(of("REQ").refused()).containsEntry(CloseReason.INCOMPATIBLE_SOCKET_TYPE, 1L);
        assertThat(of("REQ").ended()).isEmpty();
    }

    @Test
    void connectionsThatEndAreCountedByReasonAlsoOfSocketsThatHaveEnded() {
        var pull = context.pull();
        kept.add(pull);
        var push = context.push().named("work");
        push.connect(pull.bind("tcp://127.0.0.1:*"));
        assertThat(push.awaitPeer(Sockets.IN_TIME)).isTrue();
        push.close();
        Sockets.awaitUntil(
                "the push has ended", () -> !context.snapshot().ended().isEmpty());
        EndedSockets ended = context.snapshot().ended().get(0);
        assertThat(ended.name()).isEqualTo("work");
        assertThat(ended.connections().ended()).containsOnlyKeys(CloseReason.CLOSED_LOCALLY);
        Sockets.awaitUntil("the pull knows", () -> of("PULL").ended().containsKey(CloseReason.PEER_CLOSED));
        assertThat(context.snapshot().toJson()).contains("\"connectionsEndedBy\":{\"PEER_CLOSED\":1}");
    }

    @Test
    void triesThatFindNobodyAreRetries() {
        var gone = context.pull();
        String nobody = gone.bind("tcp://127.0.0.1:*").uri();
        gone.unbind(nobody);
        kept.add(context.push());
        kept.get(0).connect(nobody);
        Sockets.awaitUntil("it is tried again", () -> of("PUSH").retries() >= 2);
        assertThat(of("PUSH").refused()).isEmpty();
    }
}
