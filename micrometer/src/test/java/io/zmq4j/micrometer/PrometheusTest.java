package io.zmq4j.micrometer;

import static io.zmq4j.micrometer.Eventually.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.zmq4j.micrometer.Patterns.Pair;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Prometheus reads of every pattern. */
class PrometheusTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Fixture fixture = new Fixture("shop");

    @AfterEach
    void close() {
        fixture.close();
        registry.close();
    }

    private Scrape scrape() {
        fixture.look();
        return Scrape.of(registry);
    }

    static Stream<Pair> pairs() {
        return Patterns.pairs();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPatternIsCountedAsItIs(Pair pair) {
        fixture.metrics.bindTo(registry);
        new Patterns(fixture.context).play(pair);
        String[] from = {"context=\"shop\"", "socket=\"a\"", "type=\"" + pair.from() + "\""};
        String[] to = {"context=\"shop\"", "socket=\"b\"", "type=\"" + pair.to() + "\""};
        double answers = pair.isAnswered() ? Patterns.MESSAGES : 0;
        awaitUntil("all is counted", () -> {
            Scrape now = scrape();
            return now.sum("zmq4j_messages_sent_total", from) == Patterns.MESSAGES
                    && now.sum("zmq4j_messages_received_total", to) == Patterns.MESSAGES
                    && now.sum("zmq4j_messages_sent_total", to) == answers
                    && now.sum("zmq4j_messages_received_total", from) == answers;
        });
        Scrape now = scrape();
        assertThat(now.sum("zmq4j_bytes_sent_total", from)).isEqualTo(5.0 * Patterns.MESSAGES);
        assertThat(now.sum("zmq4j_bytes_received_total", to)).isEqualTo(5.0 * Patterns.MESSAGES);
        assertThat(now.sum("zmq4j_queue_messages", "context=\"shop\"")).isZero();
        assertThat(now.sum("zmq4j_peers", from)).isEqualTo(1);
        assertThat(now.sum("zmq4j_messages_dropped_total", "context=\"shop\"")).isZero();
    }

    @Test
    void aDropHasTheNameThatTheDocsSay() {
        fixture.metrics.bindTo(registry);
        var router = fixture.context.router().named("desk");
        router.send("nobody", "hello");
        assertThat(scrape().samples())
                .containsEntry(
                        "zmq4j_messages_dropped_total{context=\"shop\",reason=\"unroutable\",socket=\"desk\",type=\"ROUTER\"}",
                        1.0);
        assertThat(router.isClosed()).isFalse();
    }
}
