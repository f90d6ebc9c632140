package io.zmq4j.socket;

import static io.zmq4j.socket.Waiters.Kind.RECEIVER;
import static io.zmq4j.socket.Waiters.Kind.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.loop.Waiter;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of many threads that wait for a socket, a message wakes one; and the next if there is more than that one takes. */
@Timeout(60)
class OneIsWokenTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);
    private static final int THREADS = 60;
    private static final int MESSAGES = 20;

    /** The one that takes it, and what a hand-over of the loop costs; with everybody woken it would be {@link #THREADS}. */
    private static final int MOST_LOOKS = 10;

    private final Sockets sockets = new Sockets();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void close() {
        sockets.close();
    }

    private interface Attempt {
        Object make();
    }

    /** So many threads that wait until the attempt gives something, and end then. */
    private List<Running<Object>> waiting(SocketCore socket, Waiters.Kind kind, Attempt attempt) {
        var waiting = new Waiting(socket, socket.pattern(), () -> {});
        var threads = new ArrayList<Running<Object>>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(new Running<>(() -> waiting.await(kind, LONG, () -> {
                looks.incrementAndGet();
                return attempt.make();
            })));
        }
        threads.forEach(each -> Sockets.awaitWaiting(each.thread));
        return threads;
    }

    private static long ended(List<Running<Object>> threads) {
        return threads.stream().filter(each -> !each.thread.isAlive()).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://crowd", "tcp://127.0.0.1:*"})
    void aMessageCostsTheSameHoweverManyWait(String endpoint) {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, endpoint, 1000);
        var threads = waiting(pair.get(0), RECEIVER, pair.get(0).pattern()::tryReceive);
        int before = looks.get();

        for (int i = 1; i <= MESSAGES; i++) {
            pair.get(1).send(Sockets.message(i));
            int count = i;
            Sockets.awaitUntil("it is taken", () -> ended(threads) == count);
        }

        assertThat(looks.get() - before).isBetween(MESSAGES, MESSAGES * MOST_LOOKS);
    }

    @Test
    void roomCostsTheSameHoweverManyWait() {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, "inproc://crowd", 1);
        SocketCore push = pair.get(1);
        while (push.trySend(Message.of("x"))) {
            // Until it is full.
        }
        var threads = waiting(push, SENDER, () -> push.pattern().trySend(Message.of("x")) ? "sent" : null);
        int before = looks.get();

        for (int i = 1; ended(threads) < MESSAGES; i++) {
            pair.get(0).receive();
            // It holds two messages: one that is read makes room for one.
            int count = i;
            Sockets.awaitUntil("the room is taken", () -> ended(threads) == count);
        }

        assertThat(looks.get() - before).isBetween(MESSAGES, MESSAGES * MOST_LOOKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://batch", "tcp://127.0.0.1:*"})
    void aBatchGoesToAsManyAsItHasMessages(String endpoint) throws Exception {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, endpoint, 1000);
        var threads = waiting(pair.get(0), RECEIVER, pair.get(0).pattern()::tryReceive);
        for (int i = 0; i < THREADS; i++) {
            pair.get(1).send(Sockets.message(i));
        }
        var received = new ArrayList<Integer>();
        for (Running<Object> each : threads) {
            received.add(Sockets.number((Message) each.get()));
        }
        assertThat(received)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, THREADS).boxed().toList());
    }

    // ---- who leaves

    /** Two that wait for a message at a socket without a wire, the first of them called. */
    private final class Two {
        private final List<SocketCore> pair;
        private final LockedPattern pattern;
        private final Waiter first = new Waiter();
        private final Waiter second = new Waiter();
        private final Waiters.Entry firstEntry;

        Two(Waiters.Kind kind, List<SocketCore> pair) {
            this.pair = pair;
            pattern = pair.get(0).pattern();
            // The look that makes the queue tell.
            assertThat(kind == RECEIVER ? pattern.canReceive() : pattern.canSend())
                    .isFalse();
            firstEntry = pattern.join(kind, first);
            pattern.join(kind, second);
        }

        void assertFirstIsCalled() {
            assertThat(first.isSignalled()).isTrue();
            assertThat(second.isSignalled()).isFalse();
        }
    }

    private Two receiving() {
        return new Two(RECEIVER, sockets.pair(SocketType.PULL, SocketType.PUSH, "inproc://two", 10));
    }

    @Test
    void whoLeavesWithoutTakingPassesItOn() {
        var two = receiving();
        two.pair.get(1).send(Message.of("it"));
        two.assertFirstIsCalled();

        two.pattern.leave(two.firstEntry);

        assertThat(two.second.isSignalled()).isTrue();
    }

    @Test
    void whoTakesAllThereIsWakesNobody() {
        var two = receiving();
        two.pair.get(1).send(Message.of("it"));
        two.pattern.renew(two.firstEntry);
        assertThat(two.pattern.tryReceive()).isNotNull();

        two.pattern.leave(two.firstEntry);

        assertThat(two.second.isSignalled()).isFalse();
    }

    @Test
    void whoLeavesSomethingWakesTheNext() {
        var two = receiving();
        two.pair.get(1).send(Message.of("it"));
        two.pair.get(1).send(Message.of("more"));
        two.pattern.renew(two.firstEntry);
        assertThat(two.pattern.tryReceive()).isNotNull();

        two.pattern.leave(two.firstEntry);

        assertThat(two.second.isSignalled()).isTrue();
    }

    @Test
    void aMessageThatIsPutBackWakesOne() {
        var two = receiving();
        two.pattern.putBack(new Received(Message.of("it"), Peer.withoutWire("inproc://any", null, new byte[0])));
        two.assertFirstIsCalled();
    }

    @Test
    void whoLeavesRoomWakesTheNext() {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, "inproc://two", 2);
        while (pair.get(0).trySend(Message.of("x"))) {
            // Until it is full.
        }
        var two = new Two(SENDER, pair);
        while (pair.get(1).tryReceive() != null) {
            // All of it.
        }
        two.assertFirstIsCalled();

        two.pattern.leave(two.firstEntry);

        assertThat(two.second.isSignalled()).isTrue();
    }

    @Test
    void aMessageThatIsPutBackIntoAClosedSocketIsCounted() {
        SocketCore pull = sockets.open(SocketType.PULL);
        pull.close();
        pull.pattern().putBack(new Received(Message.of("it"), Peer.withoutWire("inproc://any", null, new byte[0])));
        assertThat(pull.dropped()).isEqualTo(Map.of(DropReason.UNREAD_AT_CLOSE, 1L));
    }

    /** Passing it on must not fail where everybody has been told. */
    @Test
    void whoLeavesAClosedSocketJustLeaves() {
        var two = receiving();
        two.pair.get(1).send(Message.of("it"));
        two.pair.get(0).close();
        two.pattern.leave(two.firstEntry);
        assertThat(two.second.isSignalled()).isTrue();
    }

    // ---- who is not like the others

    /** Each sender of a ROUTER waits for a peer of its own. */
    @Test
    void roomAtOnePeerOfARouterIsToldToAll() throws Exception {
        SocketCore router = sockets.open(SocketType.ROUTER);
        router.set(SocketOptions.ROUTER_MANDATORY, true);
        router.set(SocketOptions.SNDHWM, 1);
        router.bind("inproc://router");
        List<SocketCore> dealers = List.of(dealer("a"), dealer("b"));
        var sends = new ArrayList<Running<Object>>();
        for (String id : List.of("a", "b")) {
            Sockets.awaitUntil("the peer is there", () -> router.hasPeer(id.getBytes()));
            while (router.trySend(Message.of(id, "x"))) {
                // Until it is full.
            }
            sends.add(new Running<>(() -> {
                router.send(Message.of(id, "last"));
                return "sent";
            }));
            Sockets.awaitWaiting(sends.get(sends.size() - 1).thread);
        }

        while (dealers.get(1).tryReceive() != null) {
            // The one that was not waited for first.
        }

        assertThat(sends.get(1).get()).isEqualTo("sent");
    }

    private SocketCore dealer(String id) {
        SocketCore dealer = sockets.open(SocketType.DEALER);
        dealer.set(SocketOptions.RCVHWM, 1);
        dealer.set(SocketOptions.ROUTING_ID, id.getBytes());
        dealer.connect("inproc://router");
        return dealer;
    }

    /** And each of an XPUB that drops nothing, for those who have subscribed to what it sends. */
    @Test
    void roomAtOneSubscriberIsToldToAll() throws Exception {
        SocketCore publisher = sockets.open(SocketType.XPUB);
        publisher.set(SocketOptions.XPUB_NODROP, true);
        publisher.set(SocketOptions.SNDHWM, 1);
        publisher.bind("inproc://publisher");
        List<SocketCore> subscribers = List.of(subscriber(publisher, "a"), subscriber(publisher, "b"));
        var sends = new ArrayList<Running<Object>>();
        for (String topic : List.of("a", "b")) {
            while (publisher.trySend(Message.of(topic))) {
                // Until it is full.
            }
            sends.add(new Running<>(() -> {
                publisher.send(Message.of(topic));
                return "sent";
            }));
            Sockets.awaitWaiting(sends.get(sends.size() - 1).thread);
        }

        while (subscribers.get(1).tryReceive() != null) {
            // The one that was not waited for first.
        }

        assertThat(sends.get(1).get()).isEqualTo("sent");
    }

    private SocketCore subscriber(SocketCore publisher, String topic) {
        SocketCore subscriber = sockets.open(SocketType.SUB);
        subscriber.set(SocketOptions.RCVHWM, 1);
        subscriber.subscribe(topic.getBytes());
        subscriber.connect("inproc://publisher");
        assertThat(publisher.receive(Sockets.IN_TIME)).isNotNull();
        return subscriber;
    }

    /** The request that one takes makes it an error for the other to go on waiting. */
    @Test
    void whoTakesARequestEndsTheWaitOfOthers() throws Exception {
        SocketCore rep = sockets.open(SocketType.REP);
        rep.bind("inproc://rep");
        SocketCore req = sockets.open(SocketType.REQ);
        req.connect("inproc://rep");
        var one = new Running<>(() -> rep.receive());
        var other = new Running<>(() -> rep.receive());
        Sockets.awaitWaiting(one.thread);
        Sockets.awaitWaiting(other.thread);

        req.send(Message.of("question"));

        Throwable failure = one.failure() == null ? other.failure() : one.failure();
        assertThat(failure).isInstanceOf(SocketStateException.class);
    }
}
