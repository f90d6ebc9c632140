package io.zmq4j.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.bridge.progress.Phase;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.delivery.DeliveryReceiver;
import io.zmq4j.patterns.delivery.DeliverySender;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bridges from sockets to sockets: what is true of them, whatever engine stands at the other end. */
class SocketEndsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Context context = Context.create();
    private final int in = Ports.freeTcpPort();
    private final int out = Ports.freeTcpPort();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private Bridge bridge(String from, String to) {
        return Bridge.builder()
                .from(from)
                .to(to)
                .stopTimeout(Duration.ofSeconds(2))
                .start();
    }

    private String in(String scheme) {
        return scheme + "://127.0.0.1:" + in + "?bind";
    }

    private String out(String scheme) {
        return scheme + "://127.0.0.1:" + out + "?bind";
    }

    private Sender pushing() {
        var push = context.push();
        push.connect("tcp://127.0.0.1:" + in);
        return push;
    }

    private Receiver pulling() {
        var pull = context.pull();
        pull.connect("tcp://127.0.0.1:" + out);
        return pull;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    void carriesFromPullToPush() {
        try (var bridge = bridge(in("pull"), out("push"))) {
            Sender push = pushing();
            Receiver pull = pulling();
            push.send("a", "b");
            assertThat(pull.receive(PATIENCE)).hasValue(Message.of("a", "b"));
            assertThat(bridge.promise()).isEqualTo(Promise.AT_MOST_ONCE);
            await(() -> bridge.progress().acknowledged() == 1);
        }
    }

    @Test
    void waitsWhileNobodyPulls() {
        try (var bridge = Bridge.builder()
                .from(in("pull"))
                .to(out("push"))
                .inFlight(5, 1 << 20)
                .stopTimeout(Duration.ZERO)
                .start()) {
            Sender push = pushing();
            for (int i = 0; i < 50; i++) {
                push.send(Integer.toString(i));
            }
            await(() -> bridge.progress().inFlightRecords() == 5);
            assertThat(bridge.progress().read()).isEqualTo(5);
            Receiver pull = pulling();
            for (int i = 0; i < 50; i++) {
                assertThat(pull.receive(PATIENCE).orElseThrow().text()).isEqualTo(Integer.toString(i));
            }
        }
    }

    @Test
    void aRouterSendsToThePeerThatTheKeyNamesAndWaitsForIt() {
        try (var bridge = bridge(in("pull"), out("router") + "&key=frame:0")) {
            Sender push = pushing();
            push.send("ada", "hello");
            await(() -> bridge.trouble().isPresent());
            assertThat(bridge.trouble().orElseThrow()).contains("0x616461");
            var dealer = context.dealer().routingId("ada");
            dealer.connect("tcp://127.0.0.1:" + out);
            assertThat(dealer.receive(PATIENCE)).hasValue(Message.of("ada", "hello"));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', no key", "&key=frame:0&absent=reject, nobody has the routing id 0x616461"})
    void aRecordThatTheRouterCannotSendEndsTheBridge(String settings, String reason) throws InterruptedException {
        try (var bridge = bridge(in("pull"), out("router") + settings)) {
            pushing().send("ada");
            assertThat(bridge.awaitEnd(PATIENCE)).isTrue();
            assertThat(bridge.progress().phase()).isEqualTo(Phase.FAILED);
            assertThat(bridge.trouble().orElseThrow()).contains(reason);
        }
    }

    @Test
    void whatIsDeliveredIsAcknowledgedWhenTheReceiverBehindHasAcknowledgedIt() throws Exception {
        try (var sender = DeliverySender.open(context);
                var receiver = DeliveryReceiver.open(context);
                var bridge = bridge(in("dealer"), out("dealer"))) {
            sender.connect("tcp://127.0.0.1:" + in);
            receiver.connect("tcp://127.0.0.1:" + out);
            var sent = sender.sendAsync(Message.of("precious"));
            var delivery = receiver.receive(PATIENCE).orElseThrow();
            assertThat(delivery.message()).isEqualTo(Message.of("precious"));
            assertThat(sent).isNotDone();
            assertThat(bridge.progress().acknowledged()).isZero();
            delivery.acknowledge();
            sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(bridge.promise()).isEqualTo(Promise.AT_LEAST_ONCE);
        }
    }

    @Test
    void whatABridgeHadAndDidNotAcknowledgeComesByTheNextOne() throws Exception {
        try (var sender = DeliverySender.open(context);
                var receiver = DeliveryReceiver.open(context)) {
            sender.connect("tcp://127.0.0.1:" + in);
            var sent = sender.sendAsync(Message.of("precious"));
            try (var first = Bridge.builder()
                    .from(in("dealer"))
                    .to(out("push"))
                    .stopTimeout(Duration.ZERO)
                    .start()) {
                await(() -> first.progress().inFlightRecords() == 1);
            }
            assertThat(sent).isNotDone();
            try (var second = bridge(in("dealer"), out("dealer"))) {
                receiver.connect("tcp://127.0.0.1:" + out);
                receiver.receive(PATIENCE).orElseThrow().acknowledge();
                sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(second.trouble()).isEmpty();
            }
        }
    }

    @Test
    void aStopWritesWhatWasReceivedAndEnds() throws InterruptedException {
        try (var bridge = Bridge.builder()
                .from(in("pull"))
                .to(out("push"))
                .inFlight(1, 1 << 20)
                .start()) {
            Sender push = pushing();
            Receiver pull = pulling();
            for (int i = 0; i < 100; i++) {
                push.send(Integer.toString(i));
            }
            assertThat(pull.receive(PATIENCE)).isPresent();
            bridge.stop(PATIENCE);
            assertThat(bridge.awaitEnd(PATIENCE)).isTrue();
            assertThat(bridge.progress().phase()).isEqualTo(Phase.STOPPED);
            assertThat(bridge.progress().inFlightRecords()).isZero();
        }
    }

    @Test
    void anAddressInUseIsToldAndNothingStaysOpen() {
        var other = context.pull();
        other.bind("tcp://127.0.0.1:" + in);
        assertThatThrownBy(() -> bridge(in("pull"), out("push")))
                .isInstanceOf(BridgeException.class)
                .hasMessageContaining(Integer.toString(in));
        other.bind("tcp://127.0.0.1:" + out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"push://x:1", "kafak://x:1/t", "pull://x:1?bnid", "pull://x:1?bind=no", "sub://x:1?RCVHWM=many"})
    void anAddressThatCannotBeReadFromIsTold(String address) {
        assertThatThrownBy(() -> bridge(address, out("push"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBridgeNeedsTwoEnds() {
        assertThatThrownBy(() -> Bridge.builder().from(in("pull")).start()).isInstanceOf(IllegalStateException.class);
    }
}
