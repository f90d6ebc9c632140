package io.zmq4j.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a recording has of messages and their queues. */
class MessageEventsTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final Recorded recorded = Recorded.byDefault();
    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
        recorded.close();
    }

    private PushSocket fullPush(PullSocket pull, String endpoint, Message message) {
        var push = context.push().sendHighWaterMark(2);
        pull.receiveHighWaterMark(2);
        push.connect(pull.bind(endpoint).uri());
        assertThat(push.awaitPeer(IN_TIME)).isTrue();
        while (push.send(message, Duration.ofMillis(200))) {
            // Until nothing moves any more.
        }
        return push;
    }

    @Test
    void aSendThatIsBlockedIsToldWithItsStackAndHowManyPeersThereAre() {
        var push = context.push().named("jobs");
        String endpoint = push.bind("tcp://127.0.0.1:*").uri();
        assertThat(push.send(Message.of("nobody takes it"), Duration.ofMillis(200)))
                .isFalse();

        RecordedEvent slow = recorded.await("SlowSend");
        assertThat(slow.getString("socket")).isEqualTo("PUSH \"jobs\"");
        assertThat(slow.getString("endpoint")).isEqualTo(endpoint);
        assertThat(slow.getInt("peers")).isZero();
        assertThat(slow.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(slow.getStackTrace().getFrames())
                .anySatisfy(frame -> assertThat(frame.getMethod().getName())
                        .isEqualTo("aSendThatIsBlockedIsToldWithItsStackAndHowManyPeersThereAre"));
    }

    @Test
    void aReceiveThatIsBlockedIsToldOnlyIfThatIsWanted() {
        var pull = context.pull();
        pull.bind("tcp://127.0.0.1:*");
        assertThat(pull.receive(Duration.ofMillis(40))).isEmpty();
        assertThat(recorded.all("SlowReceive")).isEmpty();

        try (var wanted = Recorded.with(Map.of("io.zmq4j.SlowReceive#enabled", "true"))) {
            assertThat(pull.receive(Duration.ofMillis(200))).isEmpty();
            RecordedEvent slow = wanted.await("SlowReceive");
            assertThat(slow.getString("socket")).isEqualTo("PULL");
            assertThat(slow.getStackTrace().getFrames()).isNotEmpty();
        }
    }

    @Test
    void whatIsDroppedIsToldOnceForADecade() {
        var router = context.router();
        for (int i = 0; i < 25; i++) {
            router.send(Message.of("nobody", "text"));
        }

        RecordedEvent tenth = recorded.await("Drop", event -> event.getLong("count") == 10);
        assertThat(tenth.getString("reason")).isEqualTo("UNROUTABLE");
        assertThat(recorded.all("Drop"))
                .extracting(event -> event.getLong("count"))
                .containsExactly(1L, 10L);
    }

    @Test
    void aQueueThatIsFullIsToldWhenItHasRoomAgain() {
        var pull = context.pull();
        var push = fullPush(pull, "tcp://127.0.0.1:*", Message.of(new byte[1 << 20]));
        pull.onMessage(message -> {});

        RecordedEvent sending =
                recorded.await("QueueFull", event -> event.getString("queue").equals("send"));
        assertThat(sending.getString("socket")).isEqualTo("PUSH");
        assertThat(sending.getString("endpoint")).isEqualTo(push.lastEndpoint());
        assertThat("tcp://" + sending.getString("peer")).isEqualTo(push.lastEndpoint());
        assertThat(sending.getInt("highWaterMark")).isEqualTo(2);
        RecordedEvent receiving =
                recorded.await("QueueFull", event -> event.getString("queue").equals("receive"));
        assertThat(receiving.getString("socket")).isEqualTo("PULL");
    }

    @Test
    void aQueueThatIsFullWhenItsPeerGoesIsToldThen() {
        var pull = context.pull();
        fullPush(pull, "inproc://full", Message.of("a"));
        pull.close();

        assertThat(recorded.await("QueueFull").getString("queue")).isEqualTo("send");
    }

    @Test
    void bytesThatTheKernelDoesNotTakeAreToldWhenItDoes() {
        var pull = context.pull();
        var push = fullPush(pull, "tcp://127.0.0.1:*", Message.of(new byte[1 << 20]));
        pull.onMessage(message -> {});

        RecordedEvent stall = recorded.await("FlushStall");
        assertThat(stall.getString("socket")).isEqualTo("PUSH");
        assertThat("tcp://" + stall.getString("peer")).isEqualTo(push.lastEndpoint());
        assertThat(stall.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void theNumbersOfEachSocketAreToldFromTimeToTimeUntilTheContextIsClosed() {
        try (var often = Recorded.with(
                Map.of("io.zmq4j.SocketStatistics#enabled", "true", "io.zmq4j.SocketStatistics#period", "100 ms"))) {
            var pull = context.pull().receiveHighWaterMark(3);
            var push = context.push();
            push.connect(pull.bind("tcp://127.0.0.1:*").uri());
            for (int i = 0; i < 3; i++) {
                push.send("abc");
            }

            RecordedEvent full = often.await("SocketStatistics", event -> event.getLong("queuedToReceive") == 3);
            assertThat(full.getString("socket")).isEqualTo("PULL");
            assertThat(full.getString("type")).isEqualTo("PULL");
            assertThat(full.getString("context")).isEqualTo("zmq4j");
            assertThat(full.getLong("messagesReceived")).isEqualTo(3);
            assertThat(full.getLong("bytesReceived")).isEqualTo(9);
            assertThat(full.getLong("peers")).isEqualTo(1);
            assertThat(full.getLong("fullPeers")).isEqualTo(1);
            assertThat(full.getLong("dropped")).isZero();
            often.await("SocketStatistics", event -> event.getLong("messagesSent") == 3);
            context.close(Duration.ZERO);
            // The thread of Flight Recorder may be in the middle of a round.
            often.all("SocketStatistics");
            try (var later = Recorded.with(Map.of(
                            "io.zmq4j.SocketStatistics#enabled",
                            "true",
                            "io.zmq4j.SocketStatistics#period",
                            "100 ms"));
                    var other = Context.builder().name("later").build()) {
                other.pull();
                later.await(
                        "SocketStatistics", event -> event.getString("context").equals("later"));
                assertThat(later.all("SocketStatistics"))
                        .extracting(event -> event.getString("context"))
                        .containsOnly("later");
            }
        }
    }

    @Test
    void aSocketThatHasEndedIsToldOnceMore() {
        try (var push = context.push()) {
            push.connect(context.pull().bind("inproc://short"));
            push.send("abc");
        }

        RecordedEvent last = recorded.await(
                "SocketStatistics", event -> event.getString("socket").equals("PUSH"));
        assertThat(last.getLong("bytesSent")).isEqualTo(3);
        assertThat(last.getLong("peers")).isZero();
    }

    @Test
    void aMessageThatNobodyWaitsForIsNotTold() {
        var pull = context.pull();
        var push = context.push();
        push.connect(pull.bind("inproc://quick").uri());
        var all = Map.of(
                "io.zmq4j.SlowSend#threshold", "0 ns",
                "io.zmq4j.SlowReceive#enabled", "true",
                "io.zmq4j.SlowReceive#threshold", "0 ns");
        try (var everything = Recorded.with(all)) {
            for (int i = 0; i < 100; i++) {
                push.send("quick");
                assertThat(pull.receive().text()).isEqualTo("quick");
            }
            assertThat(everything.all("SlowSend")).isEmpty();
            assertThat(everything.all("SlowReceive")).isEmpty();
            while (everything.all("SlowReceive").isEmpty()) {
                // May be over before the thread has come to block.
                assertThat(pull.receive(Duration.ofMillis(40))).isEmpty();
            }
        }
    }
}
