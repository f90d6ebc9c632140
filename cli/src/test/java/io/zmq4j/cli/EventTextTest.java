package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTextTest {
    private static final String ENDPOINT = "tcp://127.0.0.1:5555";

    @Test
    void anEventIsASentence() {
        assertThat(EventText.line(event(SocketEvent.Type.LISTENING, null, null, "")))
                .isEqualTo("* listening at " + ENDPOINT);
        assertThat(EventText.line(event(
                        SocketEvent.Type.DISCONNECTED, "10.0.0.7:40112", CloseReason.HEARTBEAT_TIMEOUT, "after 30 s")))
                .isEqualTo("* disconnected from " + ENDPOINT + " with 10.0.0.7:40112: heartbeat timeout, after 30 s");
        assertThat(EventText.line(event(SocketEvent.Type.CONNECT_RETRIED, null, null, "connection refused")))
                .isEqualTo("* cannot reach " + ENDPOINT + ": connection refused");
        assertThat(EventText.line(event(
                        SocketEvent.Type.CONNECT_RETRIED,
                        null,
                        CloseReason.PEER_CLOSED,
                        "the peer closed the connection")))
                .isEqualTo("* cannot reach " + ENDPOINT + ": the peer closed the connection");
        assertThat(EventText.line(new SocketEvent(SocketEvent.Type.DROPPED, "", null, null, "QUEUE_FULL", 10)))
                .isEqualTo("* dropped messages: QUEUE_FULL");
    }

    @Test
    void theConversationHasItsDirection() {
        assertThat(EventText.line(trace("sent greeting 3.1 NULL"))).isEqualTo("> greeting 3.1 NULL");
        assertThat(EventText.line(trace("received READY Socket-SocketEvent.Type: PUB")))
                .isEqualTo("< READY Socket-SocketEvent.Type: PUB");
    }

    @Test
    void theFieldsOfAnEventAreFrames() {
        assertThat(EventText.fields(
                        event(SocketEvent.Type.HANDSHAKE_FAILED, "10.0.0.7:1", CloseReason.NOT_ZMTP, "HTTP")))
                .isEqualTo(Message.of("HANDSHAKE_FAILED", ENDPOINT, "10.0.0.7:1", "0", "NOT_ZMTP", "HTTP"));
        assertThat(EventText.fields(event(SocketEvent.Type.LISTENING, null, null, "")))
                .isEqualTo(Message.of("LISTENING", ENDPOINT, "", "0", "", ""));
    }

    @Test
    void moreVerbosityTellsMore() {
        var all = List.of(
                event(SocketEvent.Type.CONNECT_DELAYED, null, null, ""),
                event(SocketEvent.Type.CONNECT_RETRIED, null, null, ""),
                event(SocketEvent.Type.CONNECT_RETRIED, null, null, ""),
                event(SocketEvent.Type.CONNECTED, null, null, ""),
                trace("sent greeting 3.1"),
                trace("received READY"),
                event(SocketEvent.Type.HANDSHAKE_SUCCEEDED, null, null, ""),
                trace("received SUBSCRIBE a"),
                trace("sent PING"),
                event(SocketEvent.Type.MONITOR_STOPPED, null, null, ""));

        assertThat(told(Verbosity.Level.CONNECTIONS, all))
                .as("only the first of the tries that fail")
                .containsExactly("* cannot reach", "* connected to", "* ready at");
        assertThat(told(Verbosity.Level.HANDSHAKES, all))
                .containsExactly("* cannot reach", "* connected to", "> greeting 3.1", "< READY", "* ready at");
        assertThat(told(Verbosity.Level.EVERYTHING, all))
                .containsExactly(
                        "* connecting to",
                        "* cannot reach",
                        "* connected to",
                        "> greeting 3.1",
                        "< READY",
                        "* ready at",
                        "< SUBSCRIBE a",
                        "> PING");
    }

    private static List<String> told(Verbosity.Level level, List<SocketEvent> events) {
        var err = new ByteArrayOutputStream();
        events.forEach(new Verbosity.Watch(level, new PrintStream(err, true, UTF_8)));
        return err.toString(UTF_8)
                .lines()
                .map(line -> line.replace(" " + ENDPOINT, "").replaceFirst(", after 2 tries in .*", ""))
                .toList();
    }

    private static SocketEvent trace(String detail) {
        return event(SocketEvent.Type.TRACE, null, null, detail);
    }

    private static SocketEvent event(
            SocketEvent.Type type, @Nullable String peer, @Nullable CloseReason reason, String detail) {
        return new SocketEvent(type, ENDPOINT, peer, reason, detail, 0);
    }
}
