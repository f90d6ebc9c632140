package io.zmq4j.micrometer;

import static io.zmq4j.micrometer.Eventually.IN_TIME;
import static io.zmq4j.micrometer.Eventually.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The meters of single peers. */
class PeersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Fixture fixture = new Fixture(Context.create(), true);
    private final Context context = fixture.context;
    private final List<Socket> kept = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    private <S extends Socket> S keep(S socket) {
        kept.add(socket);
        return socket;
    }

    private double count(String meter, String... tags) {
        return fixture.count(registry, meter, tags);
    }

    /** One message, and its sender gone when both sides have counted it. */
    private void sendAndLeave(PullSocket pull, String endpoint, double total) {
        PushSocket push = keep(context.push().named("source"));
        push.connect(endpoint);
        push.send("hello");
        assertThat(pull.receive(IN_TIME)).isPresent();
        awaitUntil("it is counted", () -> count("zmq4j.peer.messages.received", "peer", "127.0.0.1") == total);
        push.close();
        awaitUntil("the peer has left", () -> pull.peerCount() == 0);
    }

    @Test
    void whoConnectsIsKnownByItsHostAndAddsUp() {
        fixture.metrics.bindTo(registry);
        var pull = keep(context.pull().named("sink"));
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        sendAndLeave(pull, endpoint, 1);
        sendAndLeave(pull, endpoint, 2);
        sendAndLeave(pull, endpoint, 3);
        assertThat(count("zmq4j.peer.messages.received", "peer", "127.0.0.1", "socket", "sink", "type", "PULL"))
                .isEqualTo(3);
        assertThat(count("zmq4j.peer.bytes.received", "peer", "127.0.0.1")).isEqualTo(15);
    }

    @Test
    void whoIsConnectedIsKnownByTheEndpointAndItsQueueShows() {
        fixture.metrics.bindTo(registry);
        var push = keep(context.push().named("source"));
        push.connect("inproc://later");
        push.send("one");
        push.send("two");
        assertThat(fixture.gauge(registry, "zmq4j.peer.queue.messages", "peer", "inproc://later", "queue", "send"))
                .isEqualTo(2);
        var pull = keep(context.pull());
        pull.bind("inproc://later");
        assertThat(pull.receive(IN_TIME)).isPresent();
        assertThat(pull.receive(IN_TIME)).isPresent();
        awaitUntil(
                "both are counted",
                () -> count("zmq4j.peer.messages.sent", "peer", "inproc://later", "socket", "source") == 2);
        assertThat(fixture.gauge(registry, "zmq4j.peer.queue.messages", "peer", "inproc://later", "queue", "send"))
                .isZero();
        assertThat(count("zmq4j.peer.bytes.sent", "peer", "inproc://later", "socket", "source"))
                .isEqualTo(6);
    }

    @Test
    void peersBeyondAHundredAreCountedTogether() {
        fixture.metrics.bindTo(registry);
        var push = keep(context.push().named("source"));
        for (int i = 0; i < 150; i++) {
            push.connect("inproc://peer-" + i);
            push.send("x");
        }
        fixture.look();
        Set<String> peers = registry.find("zmq4j.peer.queue.messages").tag("queue", "send").gauges().stream()
                .map(gauge -> gauge.getId().getTag("peer"))
                .collect(Collectors.toSet());
        assertThat(peers).hasSize(101).contains("other");
        double all = registry.find("zmq4j.peer.queue.messages").tag("queue", "send").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
        assertThat(all).isEqualTo(150);
    }

    @Test
    void withoutTheOptionThereAreNone() {
        try (var plain = new ZmqMetrics(context)) {
            plain.bindTo(registry);
            var pull = keep(context.pull());
            var push = keep(context.push());
            push.connect(pull.bind("inproc://plain"));
            plain.discover();
            assertThat(registry.find("zmq4j.peer.messages.sent").meters()).isEmpty();
        }
    }
}
