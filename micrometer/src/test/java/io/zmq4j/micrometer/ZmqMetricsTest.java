package io.zmq4j.micrometer;

import static io.zmq4j.micrometer.Eventually.IN_TIME;
import static io.zmq4j.micrometer.Eventually.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zmq4j.Binding;
import io.zmq4j.Context;
import io.zmq4j.PushSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.WaitInterruptedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the meters say after known traffic, and when they come and go. */
class ZmqMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Fixture fixture = new Fixture("prices");
    private final Context context = fixture.context;
    private final List<Socket> kept = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A socket that nobody has is closed, and with it what the meters count. */
    private <S extends Socket> S keep(S socket) {
        kept.add(socket);
        return socket;
    }

    private double count(String meter, String... tags) {
        return fixture.count(registry, meter, tags);
    }

    private double gauge(String meter, String... tags) {
        return fixture.gauge(registry, meter, tags);
    }

    /** Sends three messages of five bytes from one socket to another, which takes two of them. */
    private PushSocket threeOfWhichTwoAreTaken() {
        fixture.metrics.bindTo(registry);
        var pull = keep(context.pull()).named("sink");
        var push = keep(context.push()).named("source");
        push.connect(pull.bind("tcp://127.0.0.1:*"));
        for (int i = 0; i < 3; i++) {
            push.send("hello");
        }
        pull.receive(IN_TIME).orElseThrow();
        pull.receive(IN_TIME).orElseThrow();
        awaitUntil("the third is there", () -> count("zmq4j.messages.received", "socket", "sink") == 3);
        return push;
    }

    @Test
    void messagesBytesAndQueuesAreThoseOfTheSockets() {
        threeOfWhichTwoAreTaken();
        assertThat(count("zmq4j.messages.sent", "socket", "source", "type", "PUSH", "context", "prices"))
                .isEqualTo(3);
        assertThat(count("zmq4j.bytes.sent", "socket", "source")).isEqualTo(15);
        assertThat(count("zmq4j.bytes.received", "socket", "sink", "type", "PULL"))
                .isEqualTo(15);
        assertThat(count("zmq4j.messages.received", "socket", "source")).isZero();
        assertThat(gauge("zmq4j.queue.messages", "socket", "sink", "queue", "receive"))
                .isEqualTo(1);
        assertThat(gauge("zmq4j.queue.messages", "socket", "source", "queue", "send"))
                .isZero();
        assertThat(gauge("zmq4j.queue.limit", "socket", "sink", "queue", "receive"))
                .isEqualTo(1000);
        assertThat(gauge("zmq4j.queue.fullest", "socket", "sink", "queue", "receive"))
                .isEqualTo(0.001);
    }

    @Test
    void connectionsEndpointsAndSocketsAreCounted() {
        threeOfWhichTwoAreTaken();
        assertThat(gauge("zmq4j.peers", "socket", "source")).isEqualTo(1);
        assertThat(count("zmq4j.connections.opened", "socket", "source")).isEqualTo(1);
        assertThat(gauge("zmq4j.endpoints", "socket", "source", "state", "connected"))
                .isEqualTo(1);
        assertThat(gauge("zmq4j.endpoints", "socket", "sink", "state", "listening"))
                .isEqualTo(1);
        assertThat(gauge("zmq4j.endpoints", "socket", "sink", "state", "waiting"))
                .isZero();
        assertThat(gauge("zmq4j.sockets", "socket", "sink")).isEqualTo(1);
        assertThat(gauge("zmq4j.loops", "state", "alive")).isEqualTo(1);
        assertThat(gauge("zmq4j.loops", "state", "dead")).isZero();
    }

    @Test
    void whatAClosedSocketCountedStaysAndWhatItHeldDoesNot() {
        PushSocket push = threeOfWhichTwoAreTaken();
        push.close();
        awaitUntil("it has ended", () -> gauge("zmq4j.sockets", "socket", "source") == 0);
        assertThat(count("zmq4j.messages.sent", "socket", "source")).isEqualTo(3);
        assertThat(count("zmq4j.sockets.opened", "socket", "source")).isEqualTo(1);
        assertThat(registry.get("zmq4j.connections.ended")
                        .tag("socket", "source")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(gauge("zmq4j.peers", "socket", "source")).isZero();
        assertThat(gauge("zmq4j.endpoints", "socket", "source", "state", "connected"))
                .isZero();
    }

    @Test
    void aCounterDoesNotFallWhenItsSocketIsRenamed() {
        fixture.metrics.bindTo(registry);
        var pull = keep(context.pull());
        var push = keep(context.push());
        push.connect(pull.bind("inproc://renamed"));
        push.send("one");
        pull.receive(IN_TIME).orElseThrow();
        awaitUntil("it is counted", () -> count("zmq4j.messages.sent", "type", "PUSH", "socket", "-") == 1);
        push.named("late");
        assertThat(count("zmq4j.messages.sent", "type", "PUSH", "socket", "late"))
                .isEqualTo(1);
        assertThat(count("zmq4j.messages.sent", "type", "PUSH", "socket", "-")).isEqualTo(1);
    }

    @Test
    void aFullQueueShowsAndWhatItDropsIsCountedByReason() {
        fixture.metrics.bindTo(registry);
        var sub = keep(context.sub()).named("slow").receiveHighWaterMark(1);
        sub.subscribe("");
        var pub = keep(context.pub()).named("ticker").sendHighWaterMark(1);
        pub.bind("inproc://ticker");
        sub.connect("inproc://ticker");
        pub.awaitPeer(IN_TIME);
        for (int i = 0; i < 10; i++) {
            pub.send("price");
        }
        double sent = gauge("zmq4j.queue.messages", "socket", "ticker", "queue", "send");
        assertThat(gauge("zmq4j.queue.fullest", "socket", "ticker", "queue", "send"))
                .isEqualTo(1);
        assertThat(count("zmq4j.messages.dropped", "socket", "ticker", "reason", "queue_full"))
                .isEqualTo(10 - sent);
        assertThat(count("zmq4j.messages.dropped", "socket", "ticker", "reason", "unroutable"))
                .isZero();
    }

    @Test
    void handshakesThatFailAndTriesThatFindNobodyAreCounted() {
        fixture.metrics.bindTo(registry);
        var pub = keep(context.pub()).named("feed");
        Binding binding = pub.bind("tcp://127.0.0.1:*");
        keep(context.req()).named("wrong").connect(binding);
        awaitUntil(
                "it was refused",
                () -> count("zmq4j.connections.failed", "socket", "feed", "reason", "incompatible_socket_type") == 1);
        awaitUntil("it is tried again", () -> count("zmq4j.connections.retried", "socket", "wrong") == 1);
        assertThat(count("zmq4j.connections.opened", "socket", "feed")).isZero();
    }

    @Test
    void aThreadThatWaitsShows() throws Exception {
        fixture.metrics.bindTo(registry);
        var pull = keep(context.pull()).named("idle");
        var waiting = new Thread(
                () -> assertThatThrownBy(() -> pull.receive(IN_TIME)).isInstanceOf(WaitInterruptedException.class));
        waiting.start();
        awaitUntil("it waits", () -> gauge("zmq4j.receives.waiting", "socket", "idle") == 1);
        assertThat(gauge("zmq4j.sends.waiting", "socket", "idle")).isZero();
        waiting.interrupt();
        waiting.join(IN_TIME.toMillis());
    }

    @Test
    void aSocketThatIsOpenedLaterGetsItsMetersByItself() {
        try (var metrics = new ZmqMetrics(context)) {
            metrics.bindTo(registry);
            keep(context.pull()).named("later");
            awaitUntil(
                    "its meters are there",
                    () -> registry.find("zmq4j.sockets").tag("socket", "later").meter() != null);
        }
    }

    @Test
    void socketsThatComeAndGoLeaveNoMetersBehindButThoseOfTheirName() {
        fixture.metrics.bindTo(registry);
        context.push().close();
        fixture.look();
        int before = registry.getMeters().size();
        for (int i = 0; i < 50; i++) {
            context.push().close();
        }
        awaitUntil("all have ended", () -> count("zmq4j.sockets.opened", "type", "PUSH") == 51);
        assertThat(registry.getMeters()).hasSize(before);
    }

    @Test
    void namesBeyondAHundredShareTheirMeters() {
        fixture.metrics.bindTo(registry);
        for (int i = 0; i < 300; i++) {
            keep(context.push()).named("client-" + i);
        }
        fixture.look();
        Set<String> names = registry.find("zmq4j.sockets").gauges().stream()
                .map(gauge -> gauge.getId().getTag("socket"))
                .collect(Collectors.toSet());
        assertThat(names).hasSize(101).contains("client-0", "client-99", "other");
        assertThat(gauge("zmq4j.sockets", "socket", "other")).isEqualTo(200);
    }

    @Test
    void eachMeterOfANameHasTheSameTagsAndNoneNamesAPeer() {
        threeOfWhichTwoAreTaken();
        for (ZmqMeters meter : ZmqMeters.values()) {
            List<String> keys = List.of(meter.getKeyNames()).stream()
                    .map(key -> key.asString())
                    .sorted()
                    .toList();
            for (Meter found : registry.find(meter.getName()).meters()) {
                assertThat(found.getId().getType()).as(meter.getName()).isEqualTo(meter.getType());
                assertThat(found.getId().getTags().stream().map(tag -> tag.getKey()))
                        .as(meter.getName())
                        .containsExactlyElementsOf(keys);
                assertThat(found.getId().getTags().toString()).doesNotContain("127.0.0.1");
            }
        }
        Set<String> documented =
                Set.of(ZmqMeters.values()).stream().map(ZmqMeters::getName).collect(Collectors.toSet());
        assertThat(registry.getMeters().stream().map(meter -> meter.getId().getName()))
                .isNotEmpty()
                .isSubsetOf(documented);
    }

    @Test
    void twoContextsOfOneNameAreToldApart() {
        fixture.metrics.bindTo(registry);
        keep(context.push()).named("a");
        try (var second = new Fixture("prices")) {
            second.metrics.bindTo(registry);
            keep(second.context.push()).named("b");
            second.look();
            assertThat(second.gauge(registry, "zmq4j.sockets", "context", "prices-2", "socket", "b"))
                    .isEqualTo(1);
            assertThat(gauge("zmq4j.sockets", "context", "prices", "socket", "a"))
                    .isEqualTo(1);
            assertThat(registry.find("zmq4j.sockets")
                            .tags("context", "prices", "socket", "b")
                            .meter())
                    .isNull();
        }
        assertThat(registry.find("zmq4j.loops").tag("context", "prices-2").meter())
                .isNull();
        assertThat(registry.find("zmq4j.loops").tag("context", "prices").meter())
                .isNotNull();
    }

    @Test
    void oneBinderServesSeveralRegistriesAndClosingItRemovesWhatItAdded() {
        var other = new SimpleMeterRegistry();
        other.counter("mine");
        fixture.metrics.bindTo(registry);
        fixture.metrics.bindTo(registry);
        fixture.metrics.bindTo(other);
        keep(context.push()).named("both");
        assertThat(gauge("zmq4j.sockets", "socket", "both")).isEqualTo(1);
        assertThat(fixture.gauge(other, "zmq4j.sockets", "socket", "both")).isEqualTo(1);
        fixture.metrics.close();
        assertThat(registry.getMeters()).isEmpty();
        assertThat(other.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactly("mine");
        assertThatThrownBy(() -> fixture.metrics.bindTo(registry))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("prices");
    }

    @Test
    void oneBinderThatIsClosedLeavesAnothersMeters() {
        fixture.metrics.bindTo(registry);
        try (var second = new ZmqMetrics(context)) {
            second.bindTo(registry);
        }
        assertThat(registry.find("zmq4j.loops").meters()).hasSize(2);
    }

    @Test
    void theMetersEndWithTheContext() {
        fixture.metrics.bindTo(registry);
        keep(context.push()).named("last");
        fixture.look();
        context.close(Duration.ZERO);
        fixture.look();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void moreTagsAreOnEachMeter() {
        try (var tagged = new ZmqMetrics(context, Tags.of("app", "shop"))) {
            tagged.bindTo(registry);
            keep(context.push());
            assertThat(registry.getMeters())
                    .isNotEmpty()
                    .allSatisfy(meter -> assertThat(meter.getId().getTag("app")).isEqualTo("shop"));
        }
    }

    @Test
    void aWholeScrapeReadsOneSnapshot() {
        fixture.metrics.bindTo(registry);
        var pull = keep(context.pull()).named("sink");
        var push = keep(context.push()).named("source");
        push.connect(pull.bind("inproc://scrape"));
        fixture.look();
        FunctionCounter sent =
                registry.get("zmq4j.messages.sent").tag("socket", "source").functionCounter();
        assertThat(sent.count()).isZero();
        push.send("x");
        pull.receive(IN_TIME).orElseThrow();
        assertThat(sent.count()).as("within half a second").isZero();
        fixture.look();
        assertThat(sent.count()).isEqualTo(1);
    }

    @Test
    void peersAreSaidBeforeItIsBound() {
        fixture.metrics.bindTo(registry);
        assertThatThrownBy(() -> fixture.metrics.peers(true)).isInstanceOf(IllegalStateException.class);
    }
}
