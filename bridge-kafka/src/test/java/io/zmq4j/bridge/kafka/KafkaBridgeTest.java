package io.zmq4j.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.bridge.Bridge;
import io.zmq4j.bridge.progress.Phase;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.KafkaBroker;
import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KafkaBridgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static KafkaBroker broker;

    private final int port = Ports.freeTcpPort();

    /** It takes seconds to start, and more on a machine that has other things to do. */
    @BeforeAll
    @Timeout(120)
    static void start(@TempDir Path folder) {
        broker = KafkaBroker.start(folder);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    private String pull() {
        return "pull://127.0.0.1:" + port + "?bind";
    }

    private String endpoint() {
        return "tcp://127.0.0.1:" + port;
    }

    @Test
    void aMessageOfOneFrameIsTheValueAsItIs() {
        try (var bridge = Bridge.builder()
                        .from(pull())
                        .to(broker.topic("single?create=1"))
                        .start();
                var context = Context.create();
                var push = context.push()) {
            push.connect(endpoint());
            push.send("hello");
            var records = Records.read(broker.address(), "single", 1);
            assertThat(Records.text(records.get(0).value())).isEqualTo("hello");
            assertThat(records.get(0).key()).isNull();
            assertThat(records.get(0).headers()).isEmpty();
            assertThat(bridge.promise()).hasToString("at most once");
        }
    }

    @Test
    void kcatReadsWhatTheBridgeWrote() throws IOException, InterruptedException {
        try (var bridge = Bridge.builder()
                        .from(pull())
                        .to(broker.topic("kcat?create=1&key=frame:0"))
                        .start();
                var context = Context.create();
                var push = context.push()) {
            push.connect(endpoint());
            push.send("k", "value");
            assertThat(Records.read(broker.address(), "kcat", 1)).hasSize(1);
            var kcat = new ProcessBuilder(
                            "kcat",
                            "-C",
                            "-b",
                            broker.address(),
                            "-t",
                            "kcat",
                            "-o",
                            "beginning",
                            "-c",
                            "1",
                            "-f",
                            "%k %s %h\\n")
                    .redirectErrorStream(true)
                    .start();
            assertThat(kcat.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("k value zmq.frame=k\n");
            assertThat(bridge.trouble()).isEmpty();
        }
    }

    @Test
    void framesBeforeTheLastAreHeadersAndTheKeyIsWhatTheAddressSays() {
        try (var bridge = Bridge.builder()
                        .from(pull())
                        .to(broker.topic("frames?create=1&key=prefix:."))
                        .start();
                var context = Context.create();
                var push = context.push()) {
            push.connect(endpoint());
            push.send("weather.nl", "two", "value");
            var record = Records.read(broker.address(), "frames", 1).get(0);
            assertThat(Records.text(record.key())).isEqualTo("weather");
            assertThat(Records.text(record.value())).isEqualTo("value");
            assertThat(record.headers())
                    .extracting(each -> each.key() + "=" + Records.text(each.value()))
                    .containsExactly("zmq.frame=weather.nl", "zmq.frame=two");
            assertThat(bridge.progress().phase()).isEqualTo(Phase.RUNNING);
        }
    }

    @Test
    void whatIsSubscribedToComes() {
        try (var context = Context.create();
                var pub = context.pub()) {
            String place = pub.bind("tcp://127.0.0.1:*").uri().substring("tcp://".length());
            try (var bridge = Bridge.builder()
                    .from("sub://" + place + "?topic=a,b")
                    .to(broker.topic("sub?create=1&key=frame:0"))
                    .start()) {
                assertThat(pub.awaitPeer(PATIENCE)).isTrue();
                for (String topic : List.of("a", "c", "b")) {
                    // Both subscriptions may not be there yet.
                    pub.send(topic, "news of " + topic);
                }
                var records = Records.read(broker.address(), "sub", 1);
                assertThat(Records.text(records.get(0).value())).isEqualTo("news of a");
                assertThat(bridge.trouble()).isEmpty();
            }
        }
    }

    @Test
    void everyMessageComesBackAsItWasInBothLayouts() {
        for (String layout : List.of("last", "packed")) {
            String topic = "back-" + layout;
            var sent = List.of(
                    Message.of("one"),
                    Message.of("a", "", "b"),
                    Message.empty(),
                    Message.of(new byte[] {0, -1}, new byte[0]));
            try (var context = Context.create();
                    var push = context.push();
                    var pull = context.pull()) {
                String place = pull.bind("tcp://127.0.0.1:*").uri().substring("tcp://".length());
                push.connect(endpoint());
                try (var there = Bridge.builder()
                                .from(pull())
                                .to(broker.topic(topic + "?create=1&body=" + layout))
                                .start();
                        var back = Bridge.builder()
                                .from(broker.topic(topic + "?group=g"))
                                .to("push://" + place)
                                .start()) {
                    sent.forEach(push::send);
                    var received = new ArrayList<Message>();
                    while (received.size() < sent.size()) {
                        received.add(pull.receive(PATIENCE).orElseThrow());
                    }
                    assertThat(received).isEqualTo(sent);
                    assertThat(there.promise().compareTo(back.promise())).isZero();
                }
            }
        }
    }

    @Test
    void aGroupGoesOnWhereItWasAcknowledged() {
        try (var context = Context.create();
                var push = context.push();
                var pull = context.pull()) {
            String place = pull.bind("tcp://127.0.0.1:*").uri().substring("tcp://".length());
            push.connect(endpoint());
            try (var there = Bridge.builder()
                    .from(pull())
                    .to(broker.topic("group?create=1"))
                    .start()) {
                push.send("1");
                push.send("2");
                try (var back = bridgeBack("group?group=g", place)) {
                    assertThat(pull.receive(PATIENCE).orElseThrow().text()).isEqualTo("1");
                    assertThat(pull.receive(PATIENCE).orElseThrow().text()).isEqualTo("2");
                    assertThat(back.trouble()).isEmpty();
                }
                push.send("3");
                try (var back = bridgeBack("group?group=g", place)) {
                    assertThat(pull.receive(PATIENCE).orElseThrow().text()).isEqualTo("3");
                    assertThat(back.trouble()).isEmpty();
                }
                try (var back = bridgeBack("group?from=offset:1", place)) {
                    assertThat(pull.receive(PATIENCE).orElseThrow().text()).isEqualTo("2");
                    assertThat(back.trouble()).isEmpty();
                }
                assertThat(there.trouble()).isEmpty();
            }
        }
    }

    private Bridge bridgeBack(String topic, String place) {
        return Bridge.builder().from(broker.topic(topic)).to("push://" + place).start();
    }

    @Test
    void aRecordThatIsTooLargeIsADeadLetterWithTheReason() {
        try (var bridge = Bridge.builder()
                        .from(pull())
                        .to(broker.topic("small?create=1&topic.max.message.bytes=1000"))
                        .deadLetters(broker.topic("dead?create=1&topic.max.message.bytes=10000000"))
                        .start();
                var context = Context.create();
                var push = context.push()) {
            push.connect(endpoint());
            push.send("first");
            push.send(new byte[100_000]);
            push.send("third");
            var good = Records.read(broker.address(), "small", 2);
            assertThat(good).extracting(each -> Records.text(each.value())).containsExactly("first", "third");
            var dead = Records.read(broker.address(), "dead", 1).get(0);
            assertThat(dead.value()).hasSize(100_000);
            assertThat(Records.text(dead.headers().lastHeader("zmq.dead.reason").value()))
                    .contains("1000");
            assertThat(bridge.progress().phase()).isEqualTo(Phase.RUNNING);
        }
    }

    @Test
    void withoutAPlaceForDeadLettersABridgeEndsAndSaysWhy() throws InterruptedException {
        try (var bridge = Bridge.builder()
                        .from(pull())
                        .to(broker.topic("strict?create=1&topic.max.message.bytes=1000"))
                        .start();
                var context = Context.create();
                var push = context.push()) {
            push.connect(endpoint());
            push.send(new byte[100_000]);
            assertThat(bridge.awaitEnd(PATIENCE)).isTrue();
            assertThat(bridge.progress().phase()).isEqualTo(Phase.FAILED);
            assertThat(bridge.trouble().orElseThrow()).contains("100", "dead letters");
        }
    }

    @Test
    void whatCannotBeReadAsPackedFramesIsADeadLetter() {
        try (var there = Bridge.builder()
                        .from(pull())
                        .to(broker.topic("garbage?create=1"))
                        .start();
                var context = Context.create();
                var push = context.push();
                var back = Bridge.builder()
                        .from(broker.topic("garbage?group=g&body=packed"))
                        .to("push://127.0.0.1:" + Ports.freeTcpPort())
                        .deadLetters(broker.topic("garbage-dead?create=1"))
                        .start()) {
            push.connect(endpoint());
            push.send("no frames");
            var dead = Records.read(broker.address(), "garbage-dead", 1).get(0);
            assertThat(Records.text(dead.value())).isEqualTo("no frames");
            assertThat(Records.text(dead.headers().lastHeader("zmq.dead.origin").value()))
                    .isEqualTo("garbage-0@0");
            assertThat(there.trouble()).isEmpty();
            assertThat(back.trouble()).isEmpty();
        }
    }

    @Test
    void aTopicThatIsNotThereIsToldBeforeAnythingIsRead() {
        assertThatThrownBy(() -> Bridge.builder()
                        .from(pull())
                        .to(broker.topic("nowhere"))
                        .start())
                .isInstanceOf(BridgeException.class)
                .hasMessageContaining("there is no topic nowhere; create=3 makes it");
    }

    @Test
    void aTopicsNameThatIsNoneIsTold() {
        assertThatThrownBy(() -> Bridge.builder()
                        .from(pull())
                        .to(broker.topic("a%b?create=1"))
                        .start())
                .isInstanceOf(BridgeException.class)
                .hasMessageContaining("invalid");
    }

    @Test
    void aPublishedRecordHasItsKeyForATopic() {
        try (var context = Context.create();
                var push = context.push();
                var sub = context.sub()) {
            int pubPort = Ports.freeTcpPort();
            push.connect(endpoint());
            try (var there = Bridge.builder()
                            .from(pull())
                            .to(broker.topic("pub?create=1&key=text:news"))
                            .start();
                    var back = Bridge.builder()
                            .from(broker.topic("pub"))
                            .to("pub://127.0.0.1:" + pubPort + "?bind")
                            .start()) {
                sub.subscribe("news");
                sub.connect("tcp://127.0.0.1:" + pubPort);
                Message received = null;
                for (int i = 0; i < 200 && received == null; i++) {
                    // Until the subscription is there.
                    push.send("hello".getBytes(StandardCharsets.UTF_8));
                    received = sub.receive(Duration.ofMillis(100)).orElse(null);
                }
                assertThat(received).isEqualTo(Message.of("news", "hello"));
                assertThat(there.promise()).isEqualTo(back.promise());
            }
        }
    }

    @Test
    @Timeout(120)
    void whatWaitsWhileTheBrokerIsAwayIsBoundedAndWrittenInOrderWhenItIsBack() {
        try (var context = Context.create();
                var push = context.push();
                var bridge = Bridge.builder()
                        .from(pull() + "&RCVHWM=1")
                        .to(broker.topic("away?create=1"))
                        .inFlight(10, 1 << 20)
                        .start()) {
            push.connect(endpoint());
            push.send("0");
            Records.read(broker.address(), "away", 1);
            broker.kill();
            try {
                for (int i = 1; i < 100; i++) {
                    push.send(Integer.toString(i));
                }
                long end = System.nanoTime() + PATIENCE.toNanos();
                // A producer that has noticed it takes none, else there is a record for each place.
                while (bridge.progress().phase() == Phase.RUNNING
                        && bridge.progress().inFlightRecords() < 10) {
                    assertThat(System.nanoTime() - end).isNegative();
                }
                assertThat(bridge.progress().read()).isLessThanOrEqualTo(11);
            } finally {
                broker.restart();
            }
            assertThat(Records.read(broker.address(), "away", 100))
                    .extracting(each -> Integer.parseInt(Records.text(each.value())))
                    .isEqualTo(IntStream.range(0, 100).boxed().toList());
        }
    }
}
