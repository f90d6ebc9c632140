package io.zmq4j;

import static io.zmq4j.event.EndpointState.CLOSED;
import static io.zmq4j.event.EndpointState.CONNECTED;
import static io.zmq4j.event.EndpointState.CONNECTING;
import static io.zmq4j.event.EndpointState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.snapshot.EndpointSnapshot;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket that is connected to a directory is connected to whom the directory tells of, and to nobody else. */
class DirectoryTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String TCP = "tcp://127.0.0.1:*";

    private final Context here = Context.create();
    private final Context there = Context.create();
    private final ToldDirectory directory = new ToldDirectory("told://workers");
    private final ConcurrentLinkedQueue<SocketEvent> events = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        here.close(Duration.ZERO);
        there.close(Duration.ZERO);
    }

    private static void awaitUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private SocketEvent awaitEvent(SocketEvent.Type type) {
        awaitUntil("event " + type, () -> events.stream().anyMatch(event -> event.type() == type));
        return events.stream().filter(event -> event.type() == type).findFirst().orElseThrow();
    }

    @Test
    void allThatAreToldAreConnected() {
        var pulls = List.of(there.pull(), there.pull(), there.pull());
        String[] endpoints = pulls.stream().map(pull -> pull.bind(TCP).uri()).toArray(String[]::new);
        var push = here.push();

        Connection workers = push.connect(directory);
        assertThat(workers.state()).isEqualTo(CONNECTING);
        assertThat(workers).hasToString("told://workers");
        directory.tell(endpoints);
        awaitUntil("three peers", () -> workers.peerCount() == 3);
        for (int i = 0; i < 30; i++) {
            push.send("job");
        }

        for (var pull : pulls) {
            for (int i = 0; i < 10; i++) {
                assertThat(pull.receive(IN_TIME)).isNotNull();
            }
        }
        assertThat(workers.state()).isEqualTo(CONNECTED);
        assertThat(push).hasToString("PUSH [connected told://workers → 3 peers]");
        EndpointSnapshot row = here.snapshot().sockets().get(0).endpoints().get(0);
        assertThat(row.uri()).isEqualTo("told://workers");
        assertThat(row.peers()).isEqualTo(3);
    }

    @Test
    void whoIsToldBeforeTheSocketListensIsConnected() {
        var pull = there.pull();
        directory.tell(pull.bind(TCP).uri());
        var push = here.push();

        assertThat(push.connect(directory).awaitPeer(IN_TIME)).isTrue();
    }

    @Test
    void whoComesLaterIsConnectedAndWhoIsGoneDisconnected() {
        var first = there.pull();
        var second = there.pull();
        var push = here.push();
        Binding one = first.bind(TCP);
        Binding two = second.bind(TCP);
        Connection workers = push.connect(directory);

        directory.tell(one.uri());
        assertThat(one.awaitPeer(IN_TIME)).isTrue();
        directory.tell(one.uri(), two.uri());
        assertThat(two.awaitPeer(IN_TIME)).isTrue();
        directory.tell(two.uri());
        awaitUntil("the first is left", () -> one.peerCount() == 0);
        for (int i = 0; i < 10; i++) {
            push.send("job");
        }

        for (int i = 0; i < 10; i++) {
            assertThat(second.receive(IN_TIME)).isNotNull();
        }
        assertThat(first.tryReceive()).isEmpty();
        assertThat(workers.peerCount()).isEqualTo(1);
        directory.tell();
        awaitUntil("nobody is there", () -> two.peerCount() == 0);
        assertThat(workers.state()).isEqualTo(WAITING);
        assertThat(push.trySend("job")).isFalse();
    }

    @Test
    void whoIsGoneIsHandedOverWhatWasSentToIt() {
        var slow = there.pull().receiveHighWaterMark(1);
        slow.set(SocketOptions.RCVBUF, 4_096);
        Binding door = slow.bind(TCP);
        var push = here.push().sendHighWaterMark(1_000);
        push.set(SocketOptions.SNDBUF, 4_096);
        push.connect(directory);
        directory.tell(door.uri());
        assertThat(door.awaitPeer(IN_TIME)).isTrue();
        byte[] large = new byte[1_000];
        for (int i = 0; i < 1_000; i++) {
            push.send(large);
        }

        directory.tell();
        awaitUntil("nothing more is sent there", () -> !push.trySend(Message.of(large)));

        for (int i = 0; i < 1_000; i++) {
            assertThat(slow.receive(IN_TIME)).isNotNull();
        }
        assertThat(push.drops()).isEmpty();
    }

    @Test
    void whatIsNoEndpointIsLeftOutAndToldOnce() {
        var pull = there.pull();
        String good = pull.bind(TCP).uri();
        var push = here.push();
        push.onEvent(events::add);
        Connection workers = push.connect(directory);

        directory.tell("tcp://nowhere", good, "rubbish");
        assertThat(workers.awaitPeer(IN_TIME)).isTrue();
        directory.tell("rubbish", good, "tcp://nowhere");
        awaitUntil(
                "told of both",
                () -> events.stream()
                                .filter(event -> event.type() == SocketEvent.Type.CLOSED)
                                .count()
                        == 2);

        assertThat(events)
                .filteredOn(event -> event.type() == SocketEvent.Type.CLOSED)
                .extracting(SocketEvent::endpoint)
                .containsExactly("tcp://nowhere", "rubbish");
        assertThat(awaitEvent(SocketEvent.Type.CLOSED).detail())
                .isEqualTo("Endpoint \"tcp://nowhere\": no port; allowed: host:port");
        assertThat(workers.peerCount()).isEqualTo(1);
    }

    @Test
    void aPeerThatTheSocketCannotSpeakToIsLeftOut() {
        var stream = here.stream();
        stream.onEvent(events::add);
        stream.connect(directory);

        directory.tell("inproc://zmtp-alone");

        assertThat(awaitEvent(SocketEvent.Type.CLOSED).detail())
                .startsWith("Endpoint \"inproc://zmtp-alone\": not for a STREAM socket");
    }

    @Test
    void aFailureKeepsWhoWasToldAndIsToldItself() {
        var pull = there.pull();
        var push = here.push();
        push.onEvent(events::add);
        Connection workers = push.connect(directory);

        directory.fail("no name server answers", Duration.ofSeconds(7));
        SocketEvent failed = awaitEvent(SocketEvent.Type.CONNECT_RETRIED);
        assertThat(failed.endpoint()).isEqualTo("told://workers");
        assertThat(failed.detail()).isEqualTo("no name server answers");
        assertThat(failed.value()).isEqualTo(7_000);
        assertThat(workers.state()).isEqualTo(WAITING);
        assertThat(workers.lastError()).contains("no name server answers");
        assertThat(workers.nextTry())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(SHORT, Duration.ofSeconds(7)));

        directory.tell(pull.bind(TCP).uri());
        assertThat(awaitEvent(SocketEvent.Type.PEERS_FOUND).value()).isEqualTo(1);
        assertThat(workers.awaitPeer(IN_TIME)).isTrue();
        assertThat(workers.lastError()).isEmpty();
        directory.fail("no name server answers", Duration.ofSeconds(7));
        assertThat(workers.state()).isEqualTo(CONNECTED);
        assertThat(workers.peerCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void disconnectEndsItAndAllItHasConnected(boolean byText) {
        var pull = there.pull();
        Binding door = pull.bind(TCP);
        var push = here.push();
        Connection workers = push.connect(directory);
        directory.tell(door.uri());
        assertThat(workers.awaitPeer(IN_TIME)).isTrue();
        assertThat(door.awaitPeer(IN_TIME)).isTrue();

        if (byText) {
            push.disconnect("told://workers");
        } else {
            workers.close();
        }

        assertThat(workers.state()).isEqualTo(CLOSED);
        assertThat(directory.isWatched()).isFalse();
        assertThat(push.trySend("job")).isFalse();
        awaitUntil("the peer is left", () -> door.peerCount() == 0);
        directory.tellAfterTheEnd(door.uri());
        assertThat(door.awaitPeer(SHORT)).isFalse();
        assertThatThrownBy(() -> push.disconnect("told://workers")).isInstanceOf(EndpointException.class);
    }

    @Test
    void closingTheSocketHandsOverAndEndsTheWatch() {
        var pull = there.pull();
        Binding door = pull.bind(TCP);
        var push = here.push();
        push.connect(directory);
        directory.tell(door.uri());
        assertThat(door.awaitPeer(IN_TIME)).isTrue();
        for (int i = 0; i < 100; i++) {
            push.send("job");
        }
        push.close();
        assertThat(directory.isWatched()).isFalse();
        directory.tellAfterTheEnd(door.uri());

        for (int i = 0; i < 100; i++) {
            assertThat(pull.receive(IN_TIME)).isNotNull();
        }
        long began = System.nanoTime();
        here.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void oneThatCannotBeWatchedLeavesNothing() {
        directory.refuse();
        var push = here.push();

        assertThatThrownBy(() -> push.connect(directory)).isInstanceOf(EndpointException.class);

        assertThat(push).hasToString("PUSH []");
        push.close();
        long began = System.nanoTime();
        here.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anAssignedRoutingIdIsRefused() {
        var router = here.router();
        router.set(SocketOptions.CONNECT_ROUTING_ID, new byte[] {'a'});

        assertThatThrownBy(() -> router.connect(directory))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("CONNECT_ROUTING_ID");
    }

    @Test
    void aSocketWithOneConnectionToAnEndpointWatchesADirectoryOnce() {
        var dealer = here.dealer();

        Connection first = dealer.connect(directory);
        Connection second = dealer.connect(directory);

        first.close();
        assertThat(second.state()).isEqualTo(CLOSED);
        assertThat(directory.watches()).isEqualTo(1);
    }

    @Test
    void moreThanASocketHasUseForAreLeftOut() {
        var push = here.push();
        push.onEvent(events::add);
        push.connect(directory);

        directory.tell(IntStream.range(0, 5_000).mapToObj(i -> "inproc://" + i).toArray(String[]::new));

        SocketEvent found = awaitEvent(SocketEvent.Type.PEERS_FOUND);
        assertThat(found.value()).isEqualTo(4_096);
        assertThat(found.detail()).isEqualTo("the most that are taken");
    }

    @Test
    void anotherContextsShutdownAndRandomChangesMeetWithoutHarm() throws Exception {
        List<PullSocket> pulls = Stream.generate(there::pull).limit(8).toList();
        List<String> doors = pulls.stream().map(pull -> pull.bind(TCP).uri()).toList();
        for (int round = 0; round < 30; round++) {
            Context context = Context.create();
            var changing = new ToldDirectory("told://storm");
            var push = context.push().linger(Duration.ZERO);
            push.connect(changing);
            var started = new CountDownLatch(1);
            var isOver = new AtomicBoolean();
            int seed = round;
            CompletableFuture<Void> teller = CompletableFuture.runAsync(() -> {
                for (int i = seed; !isOver.get(); i++) {
                    Set<String> some = new HashSet<>();
                    for (int k = 0; k < 8; k++) {
                        if ((i * 31 >> k & 1) == 1) {
                            some.add(doors.get(k));
                        }
                    }
                    changing.tellAfterTheEnd(some.toArray(String[]::new));
                    started.countDown();
                }
            });
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            push.send(Message.of("job"), IN_TIME);

            long began = System.nanoTime();
            context.close(Duration.ZERO);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            isOver.set(true);
            teller.get(20, TimeUnit.SECONDS);
        }
        assertThat(pulls).hasSize(8);
    }

    @Test
    void withImmediateNothingIsQueuedForWhoIsNotThere() {
        var pull = there.pull();
        var push = here.push();
        push.set(SocketOptions.IMMEDIATE, true);
        push.connect(directory);
        directory.tell(pull.bind(TCP).uri(), "tcp://127.0.0.1:1");
        for (int i = 0; i < 100; i++) {
            push.send("job");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(pull.receive(IN_TIME)).isNotNull();
        }
        assertThat(push.drops()).doesNotContainKey(DropReason.PEER_GONE);
    }
}
