package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.snapshot.LoopSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.zmtp.mechanism.Plain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a snapshot says of a context that lives. */
class ContextSnapshotTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Context context = Context.builder().name("seen").build();

    /** What nobody holds is found lost, and closed. */
    private final List<Socket> held = new ArrayList<>();

    private <S extends Socket> S hold(S socket) {
        held.add(socket);
        return socket;
    }

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private static void await(String what, BooleanSupplier wanted) {
        long until = System.nanoTime() + SOON.toNanos();
        while (!wanted.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(wanted.getAsBoolean()).as(what).isTrue();
    }

    private SocketSnapshot only() {
        assertThat(context.snapshot().sockets()).hasSize(1);
        return context.snapshot().sockets().get(0);
    }

    private EndpointSnapshot endpoint() {
        assertThat(only().endpoints()).hasSize(1);
        return only().endpoints().get(0);
    }

    // ---- the context

    @Test
    void itSaysWhichContextOfWhichProcess() {
        try (var next = Context.create()) {
            var first = context.snapshot();
            var second = next.snapshot();

            assertThat(first.name()).isEqualTo("seen");
            assertThat(second.name()).isEqualTo("zmq4j");
            assertThat(second.number()).isGreaterThan(first.number());
            assertThat(first.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(first.version()).matches("\\d+\\.\\d+\\..*");
            assertThat(context.snapshot().age()).isGreaterThan(first.age());
            assertThat(context.snapshot().takenAt()).isAfterOrEqualTo(first.takenAt());
        }
    }

    @Test
    void loopsAreThereWhenTheyAreNeededAndLiveUntilTheEnd() {
        assertThat(context.snapshot().loops()).isEmpty();
        hold(context.pull()).bind("tcp://127.0.0.1:*");

        assertThat(context.snapshot().loops()).singleElement().satisfies(loop -> {
            assertThat(loop.name()).isEqualTo("seen-loop-0");
            assertThat(loop.alive()).isTrue();
        });
        long rounds = context.snapshot().loops().get(0).rounds();
        hold(context.push()).connect("tcp://127.0.0.1:1");
        await("the loop turns", () -> context.snapshot().loops().get(0).rounds() > rounds);

        context.close();
        await("the loop has ended", () -> context.snapshot().loops().stream().noneMatch(LoopSnapshot::alive));
    }

    @Test
    void aClosedContextStillSaysWhatItCameTo() {
        var pull = hold(context.pull().named("work").receiveTimeout(SOON));
        var push = hold(context.push());
        push.connect(pull.bind("inproc://work"));
        push.send("hello");
        pull.receive();
        context.close();

        var last = context.snapshot();
        assertThat(last.sockets()).isEmpty();
        assertThat(last.ended()).extracting(EndedSockets::type).containsExactlyInAnyOrder("PUSH", "PULL");
        assertThat(last.ended())
                .filteredOn(each -> each.name().equals("work"))
                .singleElement()
                .satisfies(ended -> {
                    assertThat(ended.count()).isEqualTo(1);
                    assertThat(ended.traffic().messagesIn()).isEqualTo(1);
                    assertThat(ended.traffic().bytesIn()).isEqualTo(5);
                });
    }

    // ---- sockets

    @Test
    void socketsAreInTheOrderInWhichTheyWereOpened() {
        hold(context.pub());
        hold(context.push().named("orders"));
        hold(context.pull());

        assertThat(context.snapshot().sockets())
                .extracting(SocketSnapshot::title)
                .containsExactly("PUB #1", "PUSH \"orders\"", "PULL #3");
    }

    @Test
    void whatTheLibraryOpensForItselfIsNotAmongThem() {
        var pull = hold(context.pull());
        pull.monitor("inproc://events", 0xffff);
        pull.bind("inproc://work");

        assertThat(only().type()).isEqualTo("PULL");
        pull.close();
        await("the socket has ended", () -> context.snapshot().sockets().isEmpty());
        assertThat(context.snapshot().ended()).extracting(EndedSockets::type).containsExactly("PULL");
    }

    @Test
    void aBoundEndpointHasItsRealPortAndItsPeers() {
        var bound = hold(context.pull()).bind("tcp://127.0.0.1:*");

        assertThat(endpoint())
                .isEqualTo(new EndpointSnapshot(bound.uri(), true, EndpointState.LISTENING, 0, null, null));
        try (var other = Context.create()) {
            hold(other.push()).connect(bound.uri());
            assertThat(bound.awaitPeer(SOON)).isTrue();
            assertThat(endpoint().peers()).isEqualTo(1);
        }
    }

    @Test
    void anEndpointThatFailsSaysWhyAndWhenItIsTriedAgain() {
        hold(context.push().reconnectInterval(Duration.ofMinutes(1))).connect("tcp://127.0.0.1:1");

        await("the try has failed", () -> endpoint().state() == EndpointState.WAITING);
        assertThat(endpoint().bound()).isFalse();
        assertThat(endpoint().lastError()).isNotEmpty();
        assertThat(endpoint().nextTry()).isBetween(Duration.ofSeconds(20), Duration.ofMinutes(2));
    }

    @Test
    void peersHaveTheirQueuesAndTheirHighWaterMarks() {
        var pull = hold(context.pull().receiveHighWaterMark(7));
        var push = hold(context.push().sendHighWaterMark(3));
        push.connect(pull.bind("tcp://127.0.0.1:*"));
        push.send("one");
        push.send("two");
        await("both have come", () -> of("PULL").statistics().traffic().queuedIn() == 2);

        assertThat(of("PULL").receiveHighWaterMark()).isEqualTo(7);
        assertThat(of("PUSH").sendHighWaterMark()).isEqualTo(3);
        PeerStatistics from = of("PULL").statistics().peers().get(0);
        assertThat(from.receiveHighWaterMark()).isEqualTo(7);
        assertThat(from.traffic().queuedIn()).isEqualTo(2);
        assertThat(from.type()).isEqualTo("PUSH");
        assertThat(from.mechanism()).isEqualTo("NULL");
        assertThat(from.connected()).isTrue();
        assertThat(of("PUSH").statistics().peers().get(0).sendHighWaterMark()).isEqualTo(3);
    }

    private SocketSnapshot of(String type) {
        return context.snapshot().sockets().stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void optionsAreThoseThatDifferFromTheDefault() {
        assertThat(optionsOf(context.push())).isEmpty();
        assertThat(optionsOf(context.push().sendHighWaterMark(1000))).isEmpty();
        assertThat(optionsOf(context.push().sendHighWaterMark(5).linger(Duration.ofSeconds(1))))
                .containsOnlyKeys("SNDHWM", "LINGER")
                .containsEntry("SNDHWM", "5");
    }

    private Map<String, String> optionsOf(Socket opened) {
        var sockets = context.snapshot().sockets();
        assertThat(opened.isClosed()).isFalse();
        return sockets.get(sockets.size() - 1).options();
    }

    @Test
    void optionsTellNoSecrets() {
        var push = hold(context.push());
        push.set(SocketOptions.SECURITY, Plain.client("anna", "hush-hush"));

        assertThat(optionsOf(push).get("SECURITY")).contains("PLAIN");
        assertThat(context.snapshot().toJson()).doesNotContain("hush-hush");
    }

    @Test
    void threadsThatWaitAreCounted() throws InterruptedException {
        var push = hold(context.push());
        var pull = hold(context.pull());
        var sender = new Thread(() -> attempt(() -> push.send("nobody takes it")));
        var receiver = new Thread(() -> attempt(pull::receive));
        sender.start();
        receiver.start();

        await("one waits to send", () -> of("PUSH").waitingSenders() == 1);
        await("one waits to receive", () -> of("PULL").waitingReceivers() == 1);
        assertThat(of("PUSH").waitingReceivers()).isZero();
        sender.interrupt();
        receiver.interrupt();
        sender.join(SOON.toMillis());
        receiver.join(SOON.toMillis());
        assertThat(of("PUSH").waitingSenders()).isZero();
        assertThat(of("PULL").waitingReceivers()).isZero();
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (WaitInterruptedException e) {
            // As it is meant.
        }
    }

    // ---- what never goes down

    private static long sent(ContextSnapshot snapshot) {
        return LongStream.concat(
                        snapshot.sockets().stream()
                                .mapToLong(each -> each.statistics().traffic().messagesOut()),
                        snapshot.ended().stream()
                                .mapToLong(each -> each.traffic().messagesOut()))
                .sum();
    }

    @Test
    void closingSocketsTakesNothingFromTheSums() {
        var pull = hold(context.pull().receiveTimeout(SOON));
        pull.bind("inproc://work");
        for (int i = 1; i <= 3; i++) {
            try (var push = context.push()) {
                push.connect("inproc://work");
                push.send("hello");
                pull.receive();
            }
            long expected = i;
            await("it has ended", () -> context.snapshot().sockets().size() == 1);
            assertThat(sent(context.snapshot())).isEqualTo(expected);
        }
        assertThat(context.snapshot().ended()).singleElement().satisfies(ended -> {
            assertThat(ended.count()).isEqualTo(3);
            assertThat(ended.connectionsMade()).isEqualTo(3);
        });
    }

    @Test
    void dropsOfClosedSocketsStay() {
        try (var router = context.router().named("front")) {
            router.send(Message.of("nobody", "here"));
        }

        await("it has ended", () -> !context.snapshot().ended().isEmpty());
        assertThat(context.snapshot().ended().get(0).drops()).containsEntry(DropReason.UNROUTABLE, 1L);
    }

    @Test
    void namesThatChangeAlwaysDoNotFillTheMemory() {
        for (int i = 0; i < 150; i++) {
            context.pub().named("request " + i).close();
        }

        await("all have ended", () -> context.snapshot().sockets().isEmpty());
        assertThat(context.snapshot().ended()).hasSizeLessThanOrEqualTo(102);
        assertThat(context.snapshot().ended().stream()
                        .mapToLong(EndedSockets::count)
                        .sum())
                .isEqualTo(150);
        assertThat(context.snapshot().ended()).extracting(EndedSockets::name).contains("(others)");
    }

    // ---- events

    @Test
    void eventsAreNumberedAndSayWhoseTheyAre() {
        var pull = hold(context.pull().named("work"));
        var bound = pull.bind("tcp://127.0.0.1:*");
        pull.close();

        await("it is closed", () -> context.snapshot().events().size() >= 2);
        var events = context.snapshot().events();
        assertThat(events.get(0).number()).isEqualTo(1);
        assertThat(events.get(0).socketId()).isEqualTo(1);
        assertThat(events.get(0).socket()).isEqualTo("PULL \"work\"");
        assertThat(events.get(0).event().type()).isEqualTo(SocketEvent.Type.LISTENING);
        assertThat(events.get(0).event().endpoint()).isEqualTo(bound.uri());
        assertThat(events.get(1).event().type()).isEqualTo(SocketEvent.Type.CLOSED);
    }

    @Test
    void theLast256EventsAreKept() {
        var pull = hold(context.pull());
        for (int i = 0; i < 200; i++) {
            pull.bind("inproc://" + i).close();
        }

        await("all are closed", () -> context.snapshot().events().size() == 256);
        var events = context.snapshot().events();
        long last = events.get(255).number();
        assertThat(last).isGreaterThan(256);
        assertThat(events)
                .extracting(LoggedEvent::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(last - 255, last).boxed().toList());
    }
}
