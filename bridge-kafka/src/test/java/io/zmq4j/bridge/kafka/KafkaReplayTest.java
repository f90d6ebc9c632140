package io.zmq4j.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.DealerSocket;
import io.zmq4j.bridge.Bridge;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.PythonPeer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

class KafkaReplayTest extends WithBroker {
    /** Takes numbers until there are as many as it is told: first those that are kept, then those that are published. */
    private static final String JOINING = """
            import sys, zmq
            context = zmq.Context()
            sub = context.socket(zmq.SUB)
            sub.rcvhwm = 0
            sub.subscribe(b"n")
            sub.connect(sys.argv[1])
            ask = context.socket(zmq.DEALER)
            ask.connect(sys.argv[2])
            last, numbers = {}, []

            def take(id, number):
                partition, offset = id.rsplit(b"@", 1)
                if int(offset) > last.get(partition, -1):
                    last[partition] = int(offset)
                    numbers.append(int(number))

            def replay(start):
                ask.send_multipart([start, b"n"])
                kind, *rest = ask.recv_multipart()
                while kind == b"record":
                    take(rest[0], rest[2])
                    kind, *rest = ask.recv_multipart()
                assert kind == b"end", rest
                return rest

            end = replay(b"beginning")
            print("begun")
            topic, number, id = sub.recv_multipart()
            replay(b"after:" + b" ".join(end))
            take(id, number)
            while len(numbers) < int(sys.argv[3]):
                topic, number, id = sub.recv_multipart()
                take(id, number)
            assert sorted(numbers) == list(range(int(sys.argv[3]))), numbers
            print("all")
            """;

    private final String publications = "127.0.0.1:" + Ports.freeTcpPort();
    private final String replays = "127.0.0.1:" + Ports.freeTcpPort();
    private final DealerSocket dealer = context.dealer();

    private Bridge published(String topicAndSettings) {
        dealer.connect("tcp://" + replays);
        return Bridge.builder()
                .from(broker().topic(topicAndSettings))
                .to("pub://" + publications + "?bind&id=frame")
                .replay("replay://" + replays + "?bind")
                .start();
    }

    private Message answer() {
        return dealer.receive(PATIENCE).orElseThrow();
    }

    @Test
    void whatWasThereBeforeComesFromWhereItIsAskedForAndAlone() {
        try (var there = to("history?create=1&key=frame:0").start()) {
            push.send("a", "0");
            push.send("b", "1");
            push.send("a", "2");
            long stored = stored("history", 3).get(2).timestamp();
            try (var bridge = published("history")) {
                dealer.send("beginning", "a");
                assertThat(answer()).isEqualTo(Message.of("record", "history-0@0", "a", "0"));
                assertThat(answer()).isEqualTo(Message.of("record", "history-0@2", "a", "2"));
                assertThat(answer()).isEqualTo(Message.of("end", "history-0@2"));
                dealer.send("offset:1");
                assertThat(answer().text(1)).isEqualTo("history-0@1");
                assertThat(answer().text(1)).isEqualTo("history-0@2");
                assertThat(answer().text()).isEqualTo("end");
                for (String nothing : List.of("offset:100", "end", "time:2100-01-01T00:00:00Z", "after:history-0@2")) {
                    dealer.send(nothing);
                    assertThat(answer()).isEqualTo(Message.of("end", "history-0@2"));
                }
                dealer.send("time:" + Instant.ofEpochMilli(stored));
                Message last = answer();
                while (last.text().equals("record") && !last.text(1).equals("history-0@2")) {
                    last = answer();
                }
                assertThat(last).isEqualTo(Message.of("record", "history-0@2", "a", "2"));
                assertThat(bridge.progress().read()).isZero();
            }
            assertThat(there.trouble()).isEmpty();
        }
    }

    @Test
    void eachPartitionHasAnEndAndOneThatIsEmptyHasNone() {
        try (var there = to("partitions?create=3&key=frame:0").start()) {
            IntStream.range(0, 20).forEach(i -> push.send(i % 2 == 0 ? "x" : "z", Integer.toString(i)));
            var ends = stored("partitions", 20).stream()
                    .collect(
                            Collectors.toMap(each -> each.partition(), each -> each.offset(), Math::max, TreeMap::new));
            assertThat(ends).hasSizeBetween(1, 2);
            try (var bridge = published("partitions")) {
                dealer.send("beginning");
                for (int i = 0; i < 20; i++) {
                    assertThat(answer().text()).isEqualTo("record");
                }
                var end = answer();
                assertThat(IntStream.range(1, end.frameCount()).mapToObj(end::text))
                        .containsExactlyElementsOf(ends.entrySet().stream()
                                .map(each -> "partitions-" + each.getKey() + "@" + each.getValue())
                                .toList());
                assertThat(bridge.trouble()).isEmpty();
            }
            assertThat(there.trouble()).isEmpty();
        }
    }

    @Test
    void aTopicThatIsNotThereAnyMoreIsAnError() throws Exception {
        try (var there = to("deleted?create=1").start();
                var bridge = published("deleted");
                var admin = Admin.create(
                        Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker().address()))) {
            admin.deleteTopics(List.of("deleted")).all().get();
            dealer.send("beginning");
            assertThat(answer().text()).isEqualTo("error");
            assertThat(there.promise()).isNotNull();
            assertThat(bridge.promise()).isNotNull();
        }
    }

    /** The subscriber of the page: it subscribes, asks, and asks once more when the first publication is there. */
    @Test
    void pyzmqJoinsHistoryAndPublicationsWithoutAGap() {
        try (var there = to("join?create=2&key=frame:1").start()) {
            for (int i = 0; i < 50; i++) {
                push.send("n", Integer.toString(i));
            }
            assertThat(stored("join", 50)).hasSize(50);
            try (var bridge = published("join");
                    var python = new PythonPeer(JOINING, "tcp://" + publications, "tcp://" + replays, "400")) {
                python.expectLine("begun", PATIENCE);
                for (int i = 50; i < 400; i++) {
                    push.send("n", Integer.toString(i));
                }
                python.expectLine("all", PATIENCE);
                python.expectExit(PATIENCE);
                assertThat(bridge.trouble()).isEmpty();
            }
            assertThat(there.trouble()).isEmpty();
        }
    }
}
