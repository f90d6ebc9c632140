package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.Registration;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for sockets in a place of one's own. */
class OnReadyTest {
    private static final long IN_TIME_MILLIS = 20_000;

    private final Context context = Context.create();
    private final Semaphore rung = new Semaphore(0);

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private void awaitRing(String why) throws InterruptedException {
        assertThat(rung.tryAcquire(IN_TIME_MILLIS, TimeUnit.MILLISECONDS))
                .as(why)
                .isTrue();
    }

    private void awaitRingUntilReadable(ReceivingSocket socket) throws InterruptedException {
        while (!socket.canReceive()) {
            awaitRing("a message");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "ipc://*", "inproc://here"})
    void anOutsideSelectorIsWokenByEachMessage(String endpoint) throws IOException {
        var pull = context.pull();
        var push = context.push();
        try (var selector = Selector.open();
                Registration registration = pull.onReady(selector::wakeup)) {
            push.connect(pull.bind(endpoint));
            for (int i = 0; i < 100; i++) {
                push.send("number " + i);
                long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(IN_TIME_MILLIS);
                while (!pull.canReceive()) {
                    assertThat(System.nanoTime()).isLessThan(deadline);
                    selector.select(IN_TIME_MILLIS);
                }
                assertThat(pull.tryReceive())
                        .hasValueSatisfying(
                                message -> assertThat(message.text()).startsWith("number "));
            }
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void aSocketThatGetsItsFirstEndpointLaterIsWatchedAsWell() throws InterruptedException {
        var pull = context.pull();
        var push = context.push();
        try (Registration registration = pull.onReady(rung::release)) {
            push.connect(pull.bind("tcp://127.0.0.1:*"));
            push.send("after");
            awaitRingUntilReadable(pull);
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void roomIsToldAsWell() throws InterruptedException {
        var pull = context.pull();
        var push = context.push();
        push.set(SocketOptions.SNDHWM, 1);
        pull.set(SocketOptions.RCVHWM, 1);
        push.connect(pull.bind("inproc://narrow"));
        while (push.trySend("fill")) {}
        assertThat(push.canSend()).isFalse();
        try (Registration registration = push.onReady(rung::release)) {
            while (pull.tryReceive().isPresent()) {}
            while (!push.canSend()) {
                awaitRing("room");
            }
            assertThat(registration).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "inproc://narrow"})
    void roomForOnePeerOfARouterIsToldAsWell(String endpoint) throws InterruptedException {
        byte[] id = "A".getBytes(StandardCharsets.UTF_8);
        var router = context.router();
        var dealer = context.dealer();
        router.sendHighWaterMark(1).routerMandatory(true);
        dealer.receiveHighWaterMark(1).routingId(id);
        try (Registration registration = router.onReady(rung::release)) {
            dealer.connect(router.bind(endpoint));
            while (!router.canSend(id)) {
                awaitRing("the peer");
            }
            var large = Message.wrap(new byte[][] {id, new byte[1 << 20]});
            while (router.trySend(large)) {}
            assertThat(router.hasPeer(id)).isTrue();
            while (router.canSend(id)) {
                assertThat(router.trySend(large)).as("room that was seen").isTrue();
            }
            var reading = dealer.onMessage(message -> {});
            while (!router.canSend(id)) {
                awaitRing("room");
            }
            assertThat(reading).isNotNull();
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void theEndOfTheSocketIsToldOnceMore() throws InterruptedException {
        var pull = context.pull();
        Registration registration = pull.onReady(rung::release);
        pull.close();
        awaitRing("the end");
        assertThatThrownBy(pull::canReceive).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> pull.onReady(rung::release)).isInstanceOf(SocketClosedException.class);
        registration.close();
    }

    @Test
    void aShutdownIsToldAsWell() throws InterruptedException {
        var pull = context.pull();
        try (Registration registration = pull.onReady(rung::release)) {
            context.shutdown();
            awaitRing("the shutdown");
            assertThatThrownBy(pull::canReceive).isInstanceOf(SocketClosedException.class);
            assertThat(registration).isNotNull();
        }
    }

    /** Or who looks whenever it is told would look for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "ipc://*", "inproc://here"})
    void aLookThatFindsNothingTellsNothing(String endpoint) throws InterruptedException {
        var pull = context.pull();
        var push = context.push();
        try (Registration registration = pull.onReady(rung::release)) {
            push.connect(pull.bind(endpoint));
            push.send("one");
            awaitRingUntilReadable(pull);
            assertThat(pull.tryReceive()).isPresent();
            assertThat(pull.tryReceive()).isEmpty();

            // What is said of the connection itself may still come.
            int rounds = 0;
            int heard = 1;
            while (heard > 0) {
                assertThat(++rounds).as("rounds until it is quiet").isLessThan(10);
                rung.drainPermits();
                for (int i = 0; i < 100; i++) {
                    assertThat(pull.canReceive()).isFalse();
                    assertThat(pull.tryReceive()).isEmpty();
                }
                heard = rung.drainPermits();
            }
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void afterItsCloseARegistrationTellsNothing() {
        var pull = context.pull();
        var push = context.push();
        push.connect(pull.bind("inproc://quiet"));
        Registration registration = pull.onReady(rung::release);
        registration.close();
        registration.close();
        rung.drainPermits();
        push.send("unheard");
        assertThat(pull.canReceive()).isTrue();
        assertThat(rung.availablePermits()).isZero();
    }

    @Test
    void anActionThatThrowsDisturbsNobody() throws InterruptedException {
        var pull = context.pull();
        var push = context.push();
        try (Registration bad = pull.onReady(() -> {
                    throw new IllegalStateException("an action's own fault");
                });
                Registration good = pull.onReady(rung::release)) {
            push.connect(pull.bind("inproc://bad"));
            push.send("heard");
            awaitRingUntilReadable(pull);
            assertThat(bad).isNotSameAs(good);
        }
    }

    // ---- readiness without a poller

    @Test
    void readinessIsAnsweredWithoutWaiting() {
        var pull = context.pull();
        var push = context.push();
        assertThat(pull.canReceive()).isFalse();
        assertThat(push.canSend()).isFalse();
        push.connect(pull.bind("inproc://ready"));
        assertThat(push.canSend()).isTrue();
        push.send("there");
        assertThat(pull.canReceive()).isTrue();
        assertThat(pull.receiveText()).isEqualTo("there");
        assertThat(pull.canReceive()).isFalse();
    }

    @Test
    void aReqCanSendOrReceiveByTurns() {
        var req = context.req();
        var rep = context.rep();
        req.connect(rep.bind("inproc://turns"));
        assertThat(req.canSend()).isTrue();
        assertThat(req.canReceive()).isFalse();
        req.send("question");
        assertThat(req.canSend()).isFalse();
        rep.send("answer to " + rep.receiveText());
        assertThat(req.canReceive()).isTrue();
    }
}
