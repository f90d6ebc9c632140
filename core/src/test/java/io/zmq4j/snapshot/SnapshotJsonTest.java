package io.zmq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotJsonTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final ConnectionTotals NO_CONNECTIONS = new ConnectionTotals(Map.of(), Map.of(), 0);

    private static ContextSnapshot context(
            String name, List<SocketSnapshot> sockets, List<EndedSockets> ended, List<LoggedEvent> events) {
        return new ContextSnapshot(
                name,
                2,
                "1.2.3",
                4711,
                NOW,
                Duration.ofMillis(61_000),
                List.of(new LoopSnapshot("app-loop-0", true, 12)),
                sockets,
                ended,
                events);
    }

    private static ContextSnapshot named(String name) {
        return context(name, List.of(), List.of(), List.of());
    }

    @Test
    void anIdleContextIsThisText() {
        assertThat(named("app").toJson())
                .isEqualTo("{\"schema\":1,\"name\":\"app\",\"number\":2,\"version\":\"1.2.3\",\"pid\":4711,"
                        + "\"takenAt\":\"2026-01-02T03:04:05.678Z\",\"age\":61000,"
                        + "\"loops\":[{\"name\":\"app-loop-0\",\"alive\":true,\"rounds\":12}],"
                        + "\"sockets\":[],\"ended\":[],\"events\":[]}");
    }

    @Test
    void aSocketIsThisText() {
        var waiting = new EndpointSnapshot(
                "tcp://hub:7000", false, EndpointState.WAITING, 0, "Connection refused", Duration.ofMillis(150));
        var listening = new EndpointSnapshot("tcp://[::]:7001", true, EndpointState.LISTENING, 1, null, null);
        var peer = new PeerStatistics(
                "tcp://[::]:7001",
                "10.0.0.7:40112",
                "DEALER",
                new byte[] {0, (byte) 0xff},
                "NULL",
                true,
                3,
                Duration.ofMillis(1500),
                1000,
                500,
                new Traffic(1, 2, 3, 4, 5, 6));
        var before = new PeerStatistics(
                "tcp://hub:7000",
                null,
                null,
                new byte[0],
                null,
                false,
                0,
                Duration.ZERO,
                0,
                0,
                new Traffic(0, 0, 0, 0, 0, 0));
        var statistics = new SocketStatistics(
                new Traffic(11, 12, 13, 14, 15, 16),
                4,
                3,
                Map.of(DropReason.UNROUTABLE, 2L, DropReason.QUEUE_FULL, 1L),
                List.of(peer, before));
        var socket = new SocketSnapshot(
                9,
                "ROUTER",
                "front",
                Duration.ofSeconds(60),
                List.of(waiting, listening),
                1000,
                500,
                1,
                2,
                statistics,
                Map.of("SNDHWM", "1000", "LINGER", "1s"),
                new ConnectionTotals(Map.of(CloseReason.NOT_ZMTP, 7L), Map.of(CloseReason.PEER_CLOSED, 3L), 8));

        assertThat(context("app", List.of(socket), List.of(), List.of()).toJson())
                .contains("\"sockets\":[{\"id\":9,\"type\":\"ROUTER\",\"name\":\"front\",\"age\":60000,"
                        + "\"endpoints\":["
                        + "{\"uri\":\"tcp://hub:7000\",\"bound\":false,\"state\":\"WAITING\",\"peers\":0,"
                        + "\"lastError\":\"Connection refused\",\"nextTry\":150},"
                        + "{\"uri\":\"tcp://[::]:7001\",\"bound\":true,\"state\":\"LISTENING\",\"peers\":1}],"
                        + "\"sendHighWaterMark\":1000,\"receiveHighWaterMark\":500,"
                        + "\"waitingSenders\":1,\"waitingReceivers\":2,"
                        + "\"messagesIn\":11,\"bytesIn\":12,\"messagesOut\":13,\"bytesOut\":14,\"queuedIn\":15,\"queuedOut\":16,"
                        + "\"connectionsMade\":4,\"connectionsEnded\":3,"
                        + "\"drops\":{\"QUEUE_FULL\":1,\"UNROUTABLE\":2},"
                        + "\"connectionsRefused\":{\"NOT_ZMTP\":7},\"connectionsEndedBy\":{\"PEER_CLOSED\":3},\"connectRetries\":8,"
                        + "\"peers\":["
                        + "{\"endpoint\":\"tcp://[::]:7001\",\"address\":\"10.0.0.7:40112\",\"type\":\"DEALER\","
                        + "\"routingId\":\"00ff\",\"mechanism\":\"NULL\",\"connected\":true,\"connections\":3,\"age\":1500,"
                        + "\"sendHighWaterMark\":1000,\"receiveHighWaterMark\":500,"
                        + "\"messagesIn\":1,\"bytesIn\":2,\"messagesOut\":3,\"bytesOut\":4,\"queuedIn\":5,\"queuedOut\":6},"
                        + "{\"endpoint\":\"tcp://hub:7000\",\"routingId\":\"\",\"connected\":false,\"connections\":0,\"age\":0,"
                        + "\"sendHighWaterMark\":0,\"receiveHighWaterMark\":0,"
                        + "\"messagesIn\":0,\"bytesIn\":0,\"messagesOut\":0,\"bytesOut\":0,\"queuedIn\":0,\"queuedOut\":0}],"
                        + "\"options\":{\"LINGER\":\"1s\",\"SNDHWM\":\"1000\"}}]");
    }

    @Test
    void whatHasEndedAndWhatHappenedAreThisText() {
        var ended = new EndedSockets(
                "PUB", "", 3, new Traffic(1, 2, 3, 4, 0, 0), 5, Map.of(DropReason.LINGER_EXPIRED, 6L), NO_CONNECTIONS);
        var happened = new LoggedEvent(
                7,
                NOW,
                9,
                "PUB",
                new SocketEvent(
                        SocketEvent.Type.DISCONNECTED, "tcp://a:1", "b:2", CloseReason.CONNECTION_LOST, "reset", 0));
        var dropped = new LoggedEvent(
                8, NOW, 9, "PUB", new SocketEvent(SocketEvent.Type.DROPPED, "", null, null, "QUEUE_FULL", 10));

        assertThat(context("app", List.of(), List.of(ended), List.of(happened, dropped))
                        .toJson())
                .endsWith("\"ended\":[{\"type\":\"PUB\",\"name\":\"\",\"count\":3,"
                        + "\"messagesIn\":1,\"bytesIn\":2,\"messagesOut\":3,\"bytesOut\":4,\"queuedIn\":0,\"queuedOut\":0,"
                        + "\"connectionsMade\":5,\"drops\":{\"LINGER_EXPIRED\":6},"
                        + "\"connectionsRefused\":{},\"connectionsEndedBy\":{},\"connectRetries\":0}],"
                        + "\"events\":[{\"number\":7,\"at\":\"2026-01-02T03:04:05.678Z\",\"socketId\":9,\"socket\":\"PUB\","
                        + "\"type\":\"DISCONNECTED\",\"endpoint\":\"tcp://a:1\",\"peer\":\"b:2\","
                        + "\"reason\":\"CONNECTION_LOST\",\"detail\":\"reset\",\"value\":0},"
                        + "{\"number\":8,\"at\":\"2026-01-02T03:04:05.678Z\",\"socketId\":9,\"socket\":\"PUB\","
                        + "\"type\":\"DROPPED\",\"endpoint\":\"\",\"detail\":\"QUEUE_FULL\",\"value\":10}]}");
    }

    @ParameterizedTest
    @CsvSource({
        // The text, as code units in hexadecimal; the JSON
        "0022, \\\"",
        "005c, \\\\",
        "0000, \\u0000",
        "000a, \\u000a",
        "001f, \\u001f",
        "0020 0041, ' A'",
        "007f, \\u007f",
        "00e9, é",
        "2028, '\u2028'",
        "d83d de00, 😀",
        "d83d, \\ud83d",
        "de00, \\ude00",
        "d83d 0041, \\ud83dA",
        "de00 d83d, \\ude00\\ud83d",
        "d83d d83d de00, \\ud83d😀"
    })
    void textIsEscapedAsRfc8259SaysAndLoneSurrogatesToo(String codeUnits, String json) {
        var text = new StringBuilder();
        for (String unit : codeUnits.split(" ")) {
            text.append((char) Integer.parseInt(unit, 16));
        }

        assertThat(named("(" + text + ")").toJson()).contains("\"name\":\"(" + json + ")\"");
    }

    @Test
    void keysAreEscapedAsWell() {
        var socket = new SocketSnapshot(
                1,
                "PUB",
                "",
                Duration.ZERO,
                List.of(),
                0,
                0,
                0,
                0,
                new SocketStatistics(new Traffic(0, 0, 0, 0, 0, 0), 0, 0, Map.of(), List.of()),
                Map.of("a\"b", "\n"),
                NO_CONNECTIONS);

        assertThat(context("app", List.of(socket), List.of(), List.of()).toJson())
                .contains("\"options\":{\"a\\\"b\":\"\\u000a\"}");
    }
}
