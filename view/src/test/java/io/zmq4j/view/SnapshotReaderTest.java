package io.zmq4j.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.Context;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotReaderTest {
    private final SnapshotReader reader = new SnapshotReader();

    private static ContextSnapshot rich() {
        var context = MadeUp.context();
        context.socket(MadeUp.socket(
                1,
                "ROUTER",
                "or\"ders\u0007",
                List.of(
                        MadeUp.bound("tcp://*:5556", 1),
                        MadeUp.waiting("tcp://hub:7000", "refused", Duration.ofMillis(250))),
                new Traffic(1, 2, 3, 4, 5, 6),
                Map.of(DropReason.QUEUE_FULL, 17L),
                MadeUp.peer("tcp://*:5556", "10.0.0.7:40112", "client-1", MadeUp.traffic(7, 8, 9, 10))));
        context.ended.add(new EndedSockets(
                "REQ",
                "",
                12,
                MadeUp.traffic(1, 1, 0, 0),
                12,
                Map.of(DropReason.LATE_REPLY, 2L),
                new ConnectionTotals(Map.of(CloseReason.values()[1], 3L), Map.of(), 4)));
        context.event(
                3.5,
                "ROUTER",
                new SocketEvent(
                        SocketEvent.Type.DISCONNECTED,
                        "tcp://*:5556",
                        "10.0.0.8:1",
                        CloseReason.values()[0],
                        "bye",
                        -1));
        return context.at(90);
    }

    @Test
    void whatAContextWritesIsReadAsItWas() throws Exception {
        assertThat(reader.read(rich().toJson())).containsExactly(rich());
    }

    @Test
    void aLiveContextIsReadAsItIs() throws Exception {
        try (var context = Context.create();
                var rep = context.rep();
                var req = context.req()) {
            req.connect(rep.bind("tcp://127.0.0.1:*"));
            req.connect("tcp://127.0.0.1:1");
            var snapshot = context.snapshot();

            assertThat(reader.read(snapshot.toJson())).first().satisfies(read -> {
                assertThat(read.toJson()).isEqualTo(snapshot.toJson());
                assertThat(read.sockets()).hasSize(2);
            });
        }
    }

    @Test
    void anArrayIsOfAllContexts() throws Exception {
        assertThat(reader.read("[" + rich().toJson() + "," + rich().toJson() + "]"))
                .hasSize(2);
        assertThat(reader.read("[]")).isEmpty();
    }

    @Test
    void whatALaterVersionAddsIsIgnored() throws Exception {
        var json = rich().toJson()
                .replace("\"name\":\"prices\"", "\"name\":\"prices\",\"new\":{\"a\":[1,{\"b\":null}]}")
                .replace("\"QUEUE_FULL\":17", "\"QUEUE_FULL\":17,\"NEW_REASON\":3")
                .replace("\"state\":\"WAITING\"", "\"state\":\"NEW_STATE\"")
                .replace("\"type\":\"DISCONNECTED\"", "\"type\":\"NEW_EVENT\"");

        assertThat(reader.read(json)).first().satisfies(read -> {
            assertThat(read.events()).isEmpty();
            assertThat(read.sockets().get(0).statistics().drops()).containsOnly(Map.entry(DropReason.QUEUE_FULL, 17L));
            assertThat(read.sockets().get(0).endpoints())
                    .extracting(endpoint -> endpoint.state())
                    .containsExactly(EndpointState.LISTENING);
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "schema":1               | "schema":2              | statistics of schema 2, and this program knows schema 1
            "schema":1               | "schema":"1"            | schema is no whole number
            "messagesIn":1           | "messagesIn":-1         | sockets[0].messagesIn is -1, which no process can have
            "messagesIn":1           | "messagesIn":1e300      | sockets[0].messagesIn is no whole number
            "messagesIn":1           | "messagesIn":9999999999999999999 | sockets[0].messagesIn is no whole number
            "messagesIn":1           | "messagesIn":9000000000000000000 | which no process can have
            "messagesIn":1           | "x":1                   | sockets[0].messagesIn is missing
            "pid":4711               | "pid":null              | pid is missing
            "age":90000              | "age":9000000000000000  | age is 9000000000000000, which no process can have
            "takenAt":"2026          | "takenAt":"+1000000000  | takenAt is no time
            "takenAt":"2026          | "takenAt":"soon         | takenAt is no time
            "alive":true             | "alive":1               | loops[0].alive is neither true nor false
            "routingId":"63          | "routingId":"zz         | sockets[0].peers[0].routingId is no hexadecimal bytes
            "name":"prices"          | "name":{}               | name is no text
            "QUEUE_FULL":17          | "QUEUE_FULL":"many"     | sockets[0].drops.QUEUE_FULL is no whole number
            "options":{"LINGER":"0"} | "options":[]            | sockets[0].options is no JSON object
            "loops":[                | "loops":[7,             | loops[0] is no JSON object
            "sendHighWaterMark":1000 | "sendHighWaterMark":3000000000 | which no process can have
            """)
    void aLieIsASentenceThatSaysWhere(String truth, String lie, String sentence) {
        var json = rich().toJson();
        assertThat(json).contains(truth);

        assertThatExceptionOfType(ViewException.class)
                .isThrownBy(() -> reader.read(json.replaceFirst(Pattern.quote(truth), lie)))
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            hello                          | what it sent is no JSON that is a snapshot
            ``                             | what it sent is no
            7                              | is no JSON object
            {"schema":1                    | what it sent is no JSON that is a snapshot
            {"error":"not understood"}     | it says: not understood
            {"error":{}}                   | error is no text
            {}                             | schema is missing
            null                           | is no JSON object
            """)
    void whatIsNoSnapshotIsASentence(String text, String sentence) {
        assertThatExceptionOfType(ViewException.class)
                .isThrownBy(() -> reader.read(text))
                .withMessageContaining(sentence);
    }

    @Test
    void whatIsTooDeepTooLongOrTooManyIsASentence() {
        for (var text : List.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "[" + "0,".repeat(3_000_000) + "0]",
                "{\"schema\":1,\"name\":\"" + "x".repeat(100_000) + "\"}",
                "{\"" + "x".repeat(10_000) + "\":1}",
                "{\"schema\":" + "1".repeat(10_000) + "}",
                " ".repeat(SnapshotReader.MAX_LENGTH + 1))) {
            assertThatExceptionOfType(ViewException.class)
                    .isThrownBy(() -> reader.read(text))
                    .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(500));
        }
    }

    @Test
    void aSentenceHasNoCharactersThatATerminalObeys() {
        assertThatExceptionOfType(ViewException.class)
                .isThrownBy(() -> reader.read("{\"error\":\"\\u001b[2J\"}"))
                .withMessage("it says: ?[2J");
    }

    @Test
    void whateverIsChangedInASnapshotTheReaderReadsItOrSaysWhyNot() {
        var random = new Random(1);
        var json = rich().toJson();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(json);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(128));
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(10)));
                    default -> text.insert(at, "{}[]\",:-9".charAt(random.nextInt(9)));
                }
            }
            try {
                reader.read(text.toString());
            } catch (ViewException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 20_000);
    }
}
