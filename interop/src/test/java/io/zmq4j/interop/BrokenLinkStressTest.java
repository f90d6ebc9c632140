package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.test.FaultProxy;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links that break again and again under load: what was on the way may be lost, but nothing comes twice or torn. */
class BrokenLinkStressTest {
    private static final int BREAKS = 60;
    private static final int FEW_BREAKS = 20;
    private static final int MOST_MESSAGES_BETWEEN = 400;
    private static final long SEED = 20_260_101;

    @RegisterExtension
    final Rig rig = new Rig();

    private final Random random = new Random(SEED);

    private PushSocket push() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(1));
        return push;
    }

    private PullSocket pull() {
        PullSocket pull = rig.context().pull();
        pull.set(RECONNECT_IVL, Duration.ofMillis(1));
        return pull;
    }

    @EveryWire
    @DisplayName("RFC 30: messages come at most once and whole over links that break at any moment")
    void nothingComesTwice(Transport transport) {
        PullSocket pull = pull();
        try (var proxy = FaultProxy.to(pull.bind(transport.freshEndpoint()).uri())) {
            PushSocket push = push();
            push.connect(proxy.uri());
            var sending = rig.start(() -> sendUntilClosed(push));
            // Not in order: what waits on the old connection and what comes on the new one are two peers' messages.
            var ledger = new SequenceLedger(1);
            for (int i = 0; i < BREAKS; i++) {
                receiveSome(pull, ledger::take);
                breakAll(proxy);
            }
            push.close();
            Rig.result(sending);
        }
    }

    @EveryWire
    @DisplayName("RFC 30: messages come in order from one connection after the other")
    void connectionsOneAfterTheOtherAreInOrder(Transport transport) {
        PullSocket pull = pull();
        try (var proxy = FaultProxy.to(pull.bind(transport.freshEndpoint()).uri())) {
            PushSocket push = push();
            push.connect(proxy.uri());
            var sending = rig.start(() -> sendUntilClosed(push));
            var reader = new SequenceLedger(1).reader();
            for (int i = 0; i < FEW_BREAKS; i++) {
                receiveSome(pull, reader::take);
                proxy.refuse();
                breakAll(proxy);
                receiveTheRest(pull, reader::take);
                proxy.admit();
            }
            push.close();
            Rig.result(sending);
        }
    }

    @EveryWire
    @DisplayName("RFC 30: messages come at most once, whole and in order to a PULL that connects over links that break")
    void aConnectingPullReceivesInOrder(Transport transport) {
        PushSocket push = push();
        try (var proxy = FaultProxy.to(push.bind(transport.freshEndpoint()).uri())) {
            PullSocket pull = pull();
            pull.connect(proxy.uri());
            var sending = rig.start(() -> sendUntilClosed(push));
            var reader = new SequenceLedger(1).reader();
            for (int i = 0; i < BREAKS; i++) {
                receiveSome(pull, reader::take);
                breakAll(proxy);
            }
            push.close();
            Rig.result(sending);
        }
    }

    private void receiveSome(PullSocket pull, Consumer<Message> taker) {
        for (int left = 1 + random.nextInt(MOST_MESSAGES_BETWEEN); left > 0; left--) {
            taker.accept(Rig.receive(pull));
        }
    }

    private static void receiveTheRest(PullSocket pull, Consumer<Message> taker) {
        Rig.await("the broken connection is read to its end", () -> {
            // In this order: when nobody is there, nothing comes any more.
            boolean isAlone = pull.peerCount() == 0;
            for (var came = pull.tryReceive(); came.isPresent(); came = pull.tryReceive()) {
                Message message = came.get();
                taker.accept(message);
            }
            return isAlone;
        });
    }

    private void breakAll(FaultProxy proxy) {
        if (random.nextBoolean()) {
            proxy.cut();
        } else {
            proxy.reset();
        }
    }

    private static void sendUntilClosed(PushSocket push) {
        try {
            for (int number = 0; true; number++) {
                push.send(SequenceLedger.message(0, number));
            }
        } catch (SocketClosedException over) {
            assertThat(push.isClosed()).isTrue();
        }
    }

    @EveryWire
    @DisplayName("RFC 30: messages are delivered at most once, whole and in order, to receivers that come and go")
    void receiversThatComeAndGoSeeNothingTwice(Transport transport) {
        String endpoint = transport.freshEndpoint();
        PushSocket push = push();
        push.connect(endpoint);
        var sending = rig.start(() -> sendUntilClosed(push));
        var reader = new SequenceLedger(1).reader();
        for (int i = 0; i < FEW_BREAKS; i++) {
            PullSocket pull = pull();
            pull.bind(endpoint);
            receiveSome(pull, reader::take);
            pull.close();
        }
        push.close();
        Rig.result(sending);
    }
}
