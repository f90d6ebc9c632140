package io.zmq4j.patterns.lastvalue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Soon;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LastValueCacheTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Context context = Context.create();
    private final LastValueCache cache = LastValueCache.start(context, it -> it.maxTopics(3));
    private final PubSocket pub = context.pub();

    LastValueCacheTest() {
        pub.connect(cache.bindFrontend("tcp://127.0.0.1:*"));
        assertThat(pub.awaitPeer(SOON)).isTrue();
    }

    @AfterEach
    void end() {
        context.close(Duration.ZERO);
    }

    private SubSocket subscriber(String endpoint, String prefix) {
        var sub = context.sub().subscribe(prefix);
        sub.connect(endpoint);
        return sub;
    }

    private static List<String> next(SubSocket sub) {
        Message message = sub.receive(SOON).orElseThrow(() -> new AssertionError("nothing came"));
        return message.frames().stream().map(frame -> frame.text()).toList();
    }

    @Test
    void aNewSubscriberGetsTheNewestOfEachTopicOfItsPrefixAndThenWhatComes() {
        var backend = cache.bindBackend("tcp://127.0.0.1:*");
        var early = subscriber(backend.uri(), "");
        pub.send("eur", "first");
        assertThat(next(early)).containsExactly("eur", "first");
        pub.send("gbp", "1");
        pub.send("usd", "1");
        pub.send("usd", "2");
        for (int i = 0; i < 3; i++) {
            next(early);
        }

        var late = subscriber(backend.uri(), "usd");

        assertThat(next(late)).containsExactly("usd", "2");
        pub.send("gbp", "2");
        pub.send("usd", "3");
        assertThat(next(late)).containsExactly("usd", "3");
    }

    @Test
    void everybodyElseMaySeeAValueTwiceButNeverAnOlderOne() {
        var backend = cache.bindBackend("tcp://127.0.0.1:*");
        var early = subscriber(backend.uri(), "");
        pub.send("usd", "1");
        assertThat(next(early)).containsExactly("usd", "1");

        var late = subscriber(backend.uri(), "u");

        assertThat(next(late)).containsExactly("usd", "1");
        assertThat(next(early)).containsExactly("usd", "1");
        assertThat(cache.statistics().replayed()).isBetween(1L, 2L);
    }

    @Test
    void whatWasForgottenIsCounted() {
        for (int i = 0; i < 5; i++) {
            pub.send("topic" + i, "x");
        }
        Soon.until("all five have passed", () -> cache.statistics().published() == 5);

        var statistics = cache.statistics();

        assertThat(statistics.topics()).isEqualTo(3);
        assertThat(statistics.evicted()).isEqualTo(2);
    }

    @Test
    void itEndsWithItsContext() {
        context.close(Duration.ZERO);

        cache.await();

        assertThat(cache.statistics().published()).isZero();
    }

    @Test
    void closingItFreesItsAddress() {
        var uri = cache.bindBackend("tcp://127.0.0.1:*").uri();

        cache.close();

        try (var other = context.pub()) {
            assertThat(other.bind(uri).uri()).isEqualTo(uri);
        }
    }
}
