package io.zmq4j.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.bridge.Bridge;
import io.zmq4j.bridge.progress.Phase;
import io.zmq4j.bridge.spi.BridgeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSinkTest extends WithBroker {
    @Test
    void aMessageOfOneFrameIsTheValueAsItIs() {
        try (var bridge = to("single?create=1").start()) {
            push.send("hello");
            var record = stored("single", 1).get(0);
            assertThat(Records.text(record.value())).isEqualTo("hello");
            assertThat(record.key()).isNull();
            assertThat(record.headers()).isEmpty();
            assertThat(bridge.promise()).hasToString("at most once");
        }
    }

    @Test
    void kcatReadsWhatTheBridgeWrote() throws IOException, InterruptedException {
        try (var bridge = to("kcat?create=1&key=frame:0").start()) {
            push.send("k", "value");
            assertThat(stored("kcat", 1)).hasSize(1);
            String arguments = "-C -t kcat -o beginning -c 1 -b " + broker().address();
            var command = new ArrayList<>(List.of("kcat", "-f", "%k %s %h\\n"));
            command.addAll(List.of(arguments.split(" ")));
            var kcat = new ProcessBuilder(command).redirectErrorStream(true).start();
            assertThat(kcat.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("k value zmq.frame=k\n");
            assertThat(bridge.trouble()).isEmpty();
        }
    }

    @Test
    void framesBeforeTheLastAreHeadersAndTheKeyIsWhatTheAddressSays() {
        try (var bridge = to("frames?create=1&key=prefix:.").start()) {
            push.send("weather.nl", "two", "value");
            var record = stored("frames", 1).get(0);
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
        var pub = context.pub();
        String place = pub.bind("tcp://127.0.0.1:*").uri().substring("tcp://".length());
        try (var bridge = Bridge.builder()
                .from("sub://" + place + "?topic=a,b")
                .to(broker().topic("sub?create=1&key=frame:0"))
                .start()) {
            assertThat(pub.awaitPeer(PATIENCE)).isTrue();
            for (String topic : List.of("a", "c", "b")) {
                // Both subscriptions may not be there yet.
                pub.send(topic, "news of " + topic);
            }
            assertThat(Records.text(stored("sub", 1).get(0).value())).isEqualTo("news of a");
            assertThat(bridge.trouble()).isEmpty();
        }
    }

    @Test
    void aRecordThatIsTooLargeIsADeadLetterWithTheReason() {
        try (var bridge = to("small?create=1&topic.max.message.bytes=1000")
                .deadLetters(broker().topic("dead?create=1&topic.max.message.bytes=10000000"))
                .start()) {
            push.send("first");
            push.send(new byte[100_000]);
            push.send("third");
            assertThat(stored("small", 2))
                    .extracting(each -> Records.text(each.value()))
                    .containsExactly("first", "third");
            var dead = stored("dead", 1).get(0);
            assertThat(dead.value()).hasSize(100_000);
            assertThat(Records.text(dead.headers().lastHeader("zmq.dead.reason").value()))
                    .contains("1000");
            assertThat(bridge.progress().phase()).isEqualTo(Phase.RUNNING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1048576, 262144",
        "192, 1048576, 262144",
        "384, 1048576, 131072",
        "100000, 1048576, 16384",
        "1, 1000, 1000"
    })
    void aBatchIsLargeAsFarAsTheTopicAndTheBufferAllow(int partitions, int largestBatch, int bytes) {
        assertThat(KafkaSink.batchBytes(new Topic(partitions, largestBatch))).isEqualTo(bytes);
    }

    @Test
    void aTopicOfSmallBatchesTakesAFlood() {
        try (var bridge = to("narrow?create=1&topic.max.message.bytes=1000").start()) {
            for (int i = 0; i < 1_000; i++) {
                push.send("message " + i);
            }
            assertThat(stored("narrow", 1_000))
                    .extracting(each -> Records.text(each.value()))
                    .startsWith("message 0", "message 1")
                    .endsWith("message 998", "message 999");
            assertThat(bridge.progress().phase()).isEqualTo(Phase.RUNNING);
        }
    }

    @Test
    void withoutAPlaceForDeadLettersABridgeEndsAndSaysWhy() throws InterruptedException {
        try (var bridge = to("strict?create=1&topic.max.message.bytes=1000").start()) {
            push.send(new byte[100_000]);
            assertThat(bridge.awaitEnd(PATIENCE)).isTrue();
            assertThat(bridge.progress().phase()).isEqualTo(Phase.FAILED);
            assertThat(bridge.trouble().orElseThrow()).contains("100", "dead letters");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nowhere | there is no topic nowhere; create=3 makes it", "a%b?create=1 | invalid"})
    void aTopicThatIsNotThereOrHasNoNameForOneIsToldBeforeAnythingIsRead(String topic, String said) {
        var builder = to(topic);
        assertThatThrownBy(builder::start).isInstanceOf(BridgeException.class).hasMessageContaining(said);
    }
}
