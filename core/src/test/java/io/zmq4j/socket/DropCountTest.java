package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message that the library throws away is counted, once, under its reason. */
class DropCountTest {
    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    static Stream<String> endpoints() {
        return Stream.of("tcp://127.0.0.1:*", "ipc://*", "inproc://drops");
    }

    @Test
    void whatAFullSubscriberMissesIsCounted() {
        var pair = sockets.pair(SocketType.PUB, SocketType.SUB, "inproc://full", 5);
        for (int i = 0; i < 30; i++) {
            pair.get(0).send(Sockets.message(i));
        }

        assertThat(pair.get(0).dropped()).containsExactly(entry(DropReason.QUEUE_FULL, 20L));
        assertThat(Sockets.receiveAll(pair.get(1), 10)).isSorted().endsWith(9);
        assertThat(pair.get(1).tryReceive()).isNull();
    }

    @Test
    void whatASlowSubscriberOverAWireMissesIsCounted() {
        var pair = sockets.pair(SocketType.PUB, SocketType.SUB, "tcp://127.0.0.1:*", 3);
        var body = new byte[100_000];
        int sent = 300;
        for (int i = 0; i < sent; i++) {
            pair.get(0).send(Message.wrap(body));
        }
        // Once something was dropped, everything else is in queues and buffers, from where it must come out.
        int received = 0;
        while (pair.get(1).receive(Duration.ofMillis(500)) != null) {
            received++;
        }

        assertThat(pair.get(0).dropped().getOrDefault(DropReason.QUEUE_FULL, 0L))
                .isEqualTo(sent - received);
        assertThat(received).isLessThan(sent);
    }

    @Test
    void whatNobodySubscribedToIsNotADrop() {
        SocketCore pub = sockets.open(SocketType.PUB);
        pub.send(Message.of("x"));
        assertThat(pub.dropped()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whatARouterCannotRouteIsCounted(String endpoint) {
        var pair = sockets.pair(SocketType.ROUTER, SocketType.DEALER, endpoint, 5);
        for (int i = 0; i < 7; i++) {
            pair.get(0).send(Message.of("nobody", "x"));
        }
        assertThat(pair.get(0).dropped()).containsExactly(entry(DropReason.UNROUTABLE, 7L));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void whatIsUnreadAtTheCloseIsCounted(String endpoint) {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, endpoint, 100);
        SocketCore pull = pair.get(1);
        for (int i = 0; i < 10; i++) {
            pair.get(0).send(Sockets.message(i));
        }
        assertThat(Sockets.receiveAll(pull, 1)).containsExactly(0);
        // The poll reads one ahead.
        var poll = new PollSet(sockets.here);
        poll.addReadable(pull);
        assertThat(poll.poll(Sockets.IN_TIME.toNanos())).isTrue();
        PipeEnd pipe = Objects.requireNonNull(((LockedPattern) pull.pipeOwner()).onlyPipe());
        Sockets.awaitUntil("all others are in the queue", () -> {
            pipe.pull();
            return pipe.inbound().size() == 8;
        });

        pull.close();

        Sockets.awaitUntil(
                "unread messages are counted", () -> pull.dropped().getOrDefault(DropReason.UNREAD_AT_CLOSE, 0L) == 9);
        assertThat(pull.dropped()).containsExactly(entry(DropReason.UNREAD_AT_CLOSE, 9L));
    }

    @Test
    void whatCannotBeHandedOverInTimeIsCounted() {
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.LINGER, Duration.ofMillis(30));
        // Nobody listens on port 1.
        push.connect("tcp://127.0.0.1:1");
        for (int i = 0; i < 5; i++) {
            push.send(Sockets.message(i));
        }

        push.close();

        Sockets.awaitUntil("the end of lingering", () -> !push.dropped().isEmpty());
        assertThat(push.dropped()).containsExactly(entry(DropReason.LINGER_EXPIRED, 5L));
    }

    @Test
    void withoutLingerWhatIsQueuedIsCountedAtOnce() {
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        push.connect("tcp://127.0.0.1:1");
        push.send(Sockets.message(0));
        push.send(Sockets.message(1));

        push.close();

        Sockets.awaitUntil("the end", () -> !push.dropped().isEmpty());
        assertThat(push.dropped()).containsExactly(entry(DropReason.LINGER_EXPIRED, 2L));
    }

    @Test
    void whatWasSentToANameThatNobodyBoundIsCounted() {
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        push.connect("inproc://nobody");
        push.send(Sockets.message(0));
        push.send(Sockets.message(1));

        push.close();

        Sockets.awaitUntil("the end", () -> !push.dropped().isEmpty());
        assertThat(push.dropped()).containsExactly(entry(DropReason.LINGER_EXPIRED, 2L));
    }

    @Test
    void whatANewerMessageReplacedIsCounted() {
        SocketCore pull = sockets.open(SocketType.PULL);
        pull.bind("inproc://conflated");
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.CONFLATE, true);
        push.connect("inproc://conflated");
        for (int i = 0; i < 10; i++) {
            push.send(Sockets.message(i));
        }

        assertThat(Sockets.receiveAll(pull, 1)).containsExactly(9);
        assertThat(push.dropped()).containsExactly(entry(DropReason.CONFLATED, 9L));
    }

    @Test
    void whatATransportLostIsCounted() {
        SocketCore sub = sockets.open(SocketType.SUB);
        sub.lostInTransport(3);
        assertThat(sub.dropped()).containsExactly(entry(DropReason.LOST_IN_TRANSPORT, 3L));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void aConflatingPublisherKnowsEverySubscription(String endpoint) {
        SocketCore pub = sockets.open(SocketType.PUB);
        pub.set(SocketOptions.CONFLATE, true);
        SocketCore sub = sockets.openFar(SocketType.SUB, endpoint);
        for (String topic : new String[] {"a", "b", "c"}) {
            sub.subscribe(topic.getBytes());
        }
        sub.connect(pub.bind(endpoint).uri());

        for (String topic : new String[] {"a", "b", "c"}) {
            Sockets.awaitUntil("subscription to " + topic, () -> {
                pub.send(Message.of(topic));
                Message message = sub.receive(Duration.ofMillis(50));
                return message != null && message.text().equals(topic);
            });
        }
    }
}
