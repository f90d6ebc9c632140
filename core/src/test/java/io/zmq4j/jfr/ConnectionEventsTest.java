package io.zmq4j.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.options.SocketOptions;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a recording has of connections. */
class ConnectionEventsTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final Recorded recorded = Recorded.byDefault();
    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
        recorded.close();
    }

    private static boolean isOf(String socket, RecordedEvent event) {
        return event.getString("socket").equals(socket);
    }

    @Test
    void aConnectionIsToldByBothSidesWithWhoMadeIt() {
        var pull = context.pull().named("sink");
        var push = context.push();
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        push.connect(endpoint);
        assertThat(pull.awaitPeer(IN_TIME)).isTrue();

        RecordedEvent made = recorded.await("Connect", event -> !event.getBoolean("accepted"));
        assertThat(made.getString("socket")).isEqualTo("PUSH");
        assertThat(made.getString("endpoint")).isEqualTo(endpoint);
        assertThat("tcp://" + made.getString("peer")).isEqualTo(endpoint);
        assertThat(made.getStackTrace()).isNull();
        RecordedEvent accepted = recorded.await("Connect", event -> event.getBoolean("accepted"));
        assertThat(accepted.getString("socket")).isEqualTo("PULL \"sink\"");
        assertThat(accepted.getString("peer")).startsWith("127.0.0.1:");
        assertThat(accepted.getLong("socketId")).isNotEqualTo(made.getLong("socketId"));
    }

    @Test
    void aHandshakeIsToldWithItsMechanismAndTheTimeItTook() {
        var rep = context.rep();
        var req = context.req();
        Connection line = req.connect(rep.bind("tcp://127.0.0.1:*"));

        RecordedEvent done = recorded.await("Handshake", event -> isOf("REP", event));
        assertThat(line.awaitPeer(IN_TIME)).isTrue();
        assertThat(done.getBoolean("succeeded")).isTrue();
        assertThat(done.getString("mechanism")).isEqualTo("NULL");
        assertThat(done.getString("reason")).isEmpty();
        assertThat(done.getString("detail")).startsWith("REQ");
        assertThat(done.getDuration()).isPositive();
    }

    @Test
    void aPeerThatIsNotLetInIsToldWithTheMechanismThatDidNotLetItIn() {
        var rep = context.rep();
        var req = context.req();
        rep.set("SECURITY", "PLAIN role=server");
        req.set("SECURITY", "PLAIN username=ada password=lovelace");
        req.connect(rep.bind("tcp://127.0.0.1:*"));

        RecordedEvent refused = recorded.await("Handshake", event -> isOf("REP", event));
        assertThat(refused.getBoolean("succeeded")).isFalse();
        assertThat(refused.getString("mechanism")).isEqualTo("PLAIN");
        assertThat(refused.getString("reason")).isEqualTo("AUTHENTICATION_FAILED");
    }

    @Test
    void aHandshakeThatFailsIsToldWithItsReasonAndTheWaitForTheNextTry() {
        var sub = context.sub();
        var push = context.push();
        push.connect(sub.bind("tcp://127.0.0.1:*").uri());

        RecordedEvent failed = recorded.await("Handshake", event -> isOf("PUSH", event));
        assertThat(failed.getBoolean("succeeded")).isFalse();
        assertThat(failed.getString("reason")).isEqualTo("INCOMPATIBLE_SOCKET_TYPE");
        assertThat(failed.getString("detail")).contains("SUB");
        RecordedEvent wait = recorded.await("ReconnectWait");
        assertThat(wait.getDuration("wait")).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aConnectThatIsRefusedIsToldWithWhyAndHowLongIsWaited() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var push = context.push();
        push.set(SocketOptions.RECONNECT_IVL, Duration.ofSeconds(5));
        push.connect("tcp://127.0.0.1:" + port);

        RecordedEvent wait = recorded.await("ReconnectWait");
        assertThat(wait.getString("endpoint")).endsWith(":" + port);
        assertThat(wait.getString("reason")).isEmpty();
        assertThat(wait.getString("detail")).contains("refused");
        assertThat(wait.getDuration("wait")).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aConnectionThatEndsIsToldWithItsReason() {
        var pull = context.pull();
        try (var other = Context.create()) {
            Connection line =
                    other.push().connect(pull.bind("tcp://127.0.0.1:*").uri());
            assertThat(pull.awaitPeer(IN_TIME)).isTrue();
            assertThat(line.awaitPeer(IN_TIME)).isTrue();
        }

        RecordedEvent end = recorded.await("Disconnect", event -> isOf("PULL", event));
        assertThat(end.getString("reason")).isEqualTo("PEER_CLOSED");
        assertThat(end.getString("peer")).startsWith("127.0.0.1:");
    }

    @Test
    void withinAContextThereIsAHandshakeWithoutAMechanism() {
        var pull = context.pull();
        var push = context.push();
        pull.bind("inproc://here");
        push.connect("inproc://here");

        RecordedEvent done = recorded.await("Handshake");
        assertThat(done.getString("mechanism")).isEmpty();
        assertThat(done.getString("endpoint")).isEqualTo("inproc://here");
    }

    @Test
    void anotherDriverOfALoopIsToldIfThatIsWanted() {
        try (var all = Recorded.with(Map.of("io.zmq4j.LoopHandover#enabled", "true"))) {
            var pull = context.pull();
            pull.bind("tcp://127.0.0.1:*");

            RecordedEvent taken = all.await("LoopHandover");
            assertThat(taken.getString("loop")).isEqualTo("zmq4j-loop-0");
            assertThat(taken.getString("cause")).isNotEmpty();
            assertThat(taken.getThread().getJavaName()).isEqualTo("zmq4j-loop-0");
        }
    }
}
