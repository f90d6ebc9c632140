package io.zmq4j.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.bridge.Bridge;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSourceTest extends WithBroker {
    @ParameterizedTest
    @ValueSource(strings = {"last", "packed"})
    void everyMessageComesBackAsItWas(String layout) {
        String topic = "back-" + layout;
        var sent = List.of(
                Message.of("one"),
                Message.of("a", "", "b"),
                Message.empty(),
                Message.of(new byte[] {0, -1}, new byte[0]));
        try (var there = to(topic + "?create=1&body=" + layout).start();
                var back = from(topic + "?group=g").start()) {
            sent.forEach(push::send);
            var received = new ArrayList<Message>();
            while (received.size() < sent.size()) {
                received.add(pulled());
            }
            assertThat(received).isEqualTo(sent);
            assertThat(there.promise()).isEqualTo(back.promise());
        }
    }

    @Test
    void aGroupGoesOnWhereItWasAcknowledged() {
        try (var there = to("group?create=1").start()) {
            push.send("1");
            push.send("2");
            try (var back = from("group?group=g").start()) {
                assertThat(pulled().text()).isEqualTo("1");
                assertThat(pulled().text()).isEqualTo("2");
                assertThat(back.trouble()).isEmpty();
            }
            push.send("3");
            try (var back = from("group?group=g").start()) {
                assertThat(pulled().text()).isEqualTo("3");
                assertThat(back.trouble()).isEmpty();
            }
            try (var back = from("group?from=offset:1").start()) {
                assertThat(pulled().text()).isEqualTo("2");
                assertThat(back.trouble()).isEmpty();
            }
            assertThat(there.trouble()).isEmpty();
        }
    }

    @Test
    void anOffsetBehindTheEndIsTheEnd() {
        try (var there = to("behind?create=1").start()) {
            push.send("0");
            assertThat(stored("behind", 1)).hasSize(1);
            try (var back = from("behind?from=offset:100").start()) {
                push.send("1");
                assertThat(pulled().text()).isEqualTo("1");
                assertThat(back.trouble()).isEmpty();
            }
            assertThat(there.trouble()).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadAsPackedFramesIsADeadLetter() {
        try (var there = to("garbage?create=1").start();
                var back = from("garbage?group=g&body=packed")
                        .deadLetters(broker().topic("garbage-dead?create=1"))
                        .start()) {
            push.send("no frames");
            var dead = stored("garbage-dead", 1).get(0);
            assertThat(Records.text(dead.value())).isEqualTo("no frames");
            assertThat(Records.text(dead.headers().lastHeader("zmq.dead.origin").value()))
                    .isEqualTo("garbage-0@0");
            assertThat(there.trouble()).isEmpty();
            assertThat(back.trouble()).isEmpty();
        }
    }

    @Test
    void aPublishedRecordHasItsKeyForATopicAndItsIdIfThatIsWanted() {
        String place = "127.0.0.1:" + Ports.freeTcpPort();
        try (var there = to("pub?create=1&key=text:news").start();
                var back = Bridge.builder()
                        .from(broker().topic("pub"))
                        .to("pub://" + place + "?bind&id=frame")
                        .start();
                var sub = context.sub()) {
            sub.subscribe("news");
            sub.connect("tcp://" + place);
            Message received = null;
            for (int i = 0; i < 200 && received == null; i++) {
                // Until the subscription is there.
                push.send("hello");
                received = sub.receive(Duration.ofMillis(100)).orElse(null);
            }
            assertThat(received).isNotNull();
            assertThat(received.text(2)).startsWith("pub-0@");
            assertThat(received).isEqualTo(Message.of("news", "hello", received.text(2)));
            assertThat(there.promise()).isEqualTo(back.promise());
        }
    }
}
