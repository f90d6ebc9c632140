package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.bench.role.Played.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is measured in zmq4j alone. */
@Timeout(30)
class CostsTest {
    private static void assertPrints(String line, String... names) {
        var played = Library.ZMQ4J.play(line);
        assertThat(played.err()).isEmpty();
        assertThat(played.code()).isZero();
        assertThat(played.out().lines()).allMatch(text -> text.matches("[^ ]+ -?[0-9.]+"));
        assertThat(played.out().lines().map(text -> text.substring(0, text.indexOf(' '))))
                .containsExactly(names);
    }

    @Test
    void connections() {
        assertPrints("connections 20", "connect-s", "io-threads", "B/connection", "send-s");
    }

    @Test
    void topics() {
        assertPrints("topics 1000", "subscribe-s", "B/topic", "ns/match", "disconnect-s");
    }

    @Test
    void idle() {
        assertPrints("idle 5 --seconds 0.1", "process-wakeups", "process-cpu-ms", "cpu-ms", "wakeups");
    }

    @Test
    void joins() {
        assertPrints(
                "joins 300 --seconds 0.1",
                "msg/s",
                "alone-dip-ms",
                "inproc-ms",
                "inproc-dip-ms",
                "ipc-ms",
                "ipc-dip-ms",
                "req-ms",
                "req-dip-ms",
                "pub-ms",
                "pub-dip-ms",
                "dip-ms",
                "after");
    }

    @Test
    void mixed() {
        assertPrints("mixed 5000 --seconds 0.1 -o SNDHWM=500", "fresh-msg/s", "msg/s", "share");
    }

    @Test
    void fewerMessagesThanOneAreRefused() {
        assertThat(Library.ZMQ4J.play("joins 0").err()).contains("N is 0: from 1 on is allowed");
        assertThat(Library.ZMQ4J.play("mixed 0").err()).contains("N is 0: from 1 on is allowed");
    }

    @Test
    void moreTopicsThanOnePeerMayHaveAreRefused() {
        assertThat(Library.ZMQ4J.play("topics 1000001").err()).contains("up to 1000000 is allowed");
    }
}
