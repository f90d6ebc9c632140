package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.FaultProxy;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links that break again and again under load: what was on the way may be lost, but the rest is whole and in order. */
class BrokenLinkStressTest {
    private static final int BREAKS = 60;
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
    @DisplayName("RFC 30: messages are delivered at most once and whole over links that break; PUSH connects")
    void aConnectingPushNeverRepeatsItself(Transport transport) {
        PullSocket pull = pull();
        try (var proxy = FaultProxy.before(pull.bind(transport.freshEndpoint()))) {
            PushSocket push = push();
            push.connect(proxy.endpoint());
            runOverBreaks(push, pull, proxy, new SequenceLedger(1).readerOfSeveralConnections());
        }
    }

    @EveryWire
    @DisplayName("RFC 30: messages are delivered at most once, whole and in order, over links that break; PUSH binds")
    void aBoundPushNeverRepeatsItself(Transport transport) {
        PushSocket push = push();
        try (var proxy = FaultProxy.before(push.bind(transport.freshEndpoint()))) {
            PullSocket pull = pull();
            pull.connect(proxy.endpoint());
            runOverBreaks(push, pull, proxy, new SequenceLedger(1).reader());
        }
    }

    private void runOverBreaks(PushSocket push, PullSocket pull, FaultProxy proxy, SequenceLedger.Reader reader) {
        var sending = rig.start(() -> sendUntilClosed(push));
        for (int i = 0; i < BREAKS; i++) {
            int messages = 1 + random.nextInt(MOST_MESSAGES_BETWEEN);
            for (int j = 0; j < messages; j++) {
                reader.take(Rig.receive(pull));
            }
            if (random.nextBoolean()) {
                proxy.cut();
            } else {
                proxy.reset();
            }
        }
        push.close();
        Rig.result(sending);
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
        for (int i = 0; i < 20; i++) {
            PullSocket pull = pull();
            pull.bind(endpoint);
            int messages = 1 + random.nextInt(MOST_MESSAGES_BETWEEN);
            for (int j = 0; j < messages; j++) {
                Message message = Rig.receive(pull);
                reader.take(message);
            }
            pull.close();
        }
        push.close();
        Rig.result(sending);
    }
}
