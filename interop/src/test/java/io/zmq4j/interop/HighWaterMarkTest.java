package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues over inproc hold exactly SNDHWM + RCVHWM messages, as there is nothing else on the way. */
class HighWaterMarkTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private PushSocket push(int highWaterMark) {
        PushSocket push = rig.context().push();
        push.set(SNDHWM, highWaterMark);
        push.set(LINGER, Duration.ZERO);
        return push;
    }

    private PullSocket pull(int highWaterMark) {
        PullSocket pull = rig.context().pull();
        pull.set(RCVHWM, highWaterMark);
        return pull;
    }

    private static int fill(PushSocket push, int atMost) {
        int sent = 0;
        while (sent < atMost && push.trySend(Message.of(String.valueOf(sent)))) {
            sent++;
        }
        return sent;
    }

    @ParameterizedTest(name = "SNDHWM {0}, RCVHWM {1}")
    @CsvSource({"1, 1", "1, 5", "5, 1", "7, 3", "1000, 1000"})
    void theReceiverMayBindFirst(int sending, int receiving) {
        PullSocket pull = pull(receiving);
        PushSocket push = push(sending);
        push.connect(pull.bind(Transport.INPROC.freshEndpoint()));
        int capacity = sending + receiving;
        assertThat(fill(push, Integer.MAX_VALUE)).isEqualTo(capacity);
        assertThat(Rig.receiveTexts(pull, capacity))
                .isEqualTo(
                        IntStream.range(0, capacity).mapToObj(String::valueOf).toList());
    }

    @Test
    void theSenderMayConnectFirst() {
        String endpoint = Transport.INPROC.freshEndpoint();
        PushSocket push = push(4);
        push.connect(endpoint);
        assertThat(fill(push, Integer.MAX_VALUE)).isEqualTo(4);
        PullSocket pull = pull(3);
        pull.bind(endpoint);
        assertThat(fill(push, Integer.MAX_VALUE)).isEqualTo(3);
        assertThat(Rig.receiveTexts(pull, 7)).hasSize(7);
    }

    @Test
    void theSenderMayBind() {
        PushSocket push = push(4);
        String endpoint = push.bind(Transport.INPROC.freshEndpoint()).uri();
        PullSocket pull = pull(3);
        pull.connect(endpoint);
        Rig.awaitPeer(push);
        assertThat(fill(push, Integer.MAX_VALUE)).isEqualTo(7);
        assertThat(Rig.receiveTexts(pull, 7)).hasSize(7);
    }

    @Test
    void zeroIsNoLimit() {
        PullSocket pull = pull(1);
        PushSocket push = push(0);
        push.connect(pull.bind(Transport.INPROC.freshEndpoint()));
        assertThat(fill(push, 20_000)).isEqualTo(20_000);
    }

    @Test
    void everyPlaceThatIsFreedCanBeTakenAgain() {
        PullSocket pull = pull(5);
        PushSocket push = push(5);
        push.connect(pull.bind(Transport.INPROC.freshEndpoint()));
        assertThat(fill(push, Integer.MAX_VALUE)).isEqualTo(10);
        var drained = Rig.receiveTexts(pull, 10);
        assertThat(drained).hasSize(10);
        assertThat(fill(push, Integer.MAX_VALUE)).isEqualTo(10);
    }

    @Test
    void publicationsBeyondTheLimitAreDropped() {
        XPubSocket xpub = rig.context().xpub();
        xpub.set(SNDHWM, 4);
        SubSocket sub = rig.context().sub();
        sub.set(RCVHWM, 3);
        sub.subscribe("");
        sub.connect(xpub.bind(Transport.INPROC.freshEndpoint()));
        Rig.receive(xpub);
        IntStream.range(0, 20).forEach(i -> Rig.send(xpub, String.valueOf(i)));
        assertThat(Rig.receiveTexts(sub, 7))
                .isEqualTo(IntStream.range(0, 7).mapToObj(String::valueOf).toList());
        assertThat(sub.tryReceive()).isEmpty();
    }
}
