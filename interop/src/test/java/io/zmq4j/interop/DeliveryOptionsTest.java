package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.CONFLATE;
import static io.zmq4j.options.SocketOptions.IMMEDIATE;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.MAXMSGSIZE;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Options that change what is queued and taken: CONFLATE, IMMEDIATE, MAXMSGSIZE. */
class DeliveryOptionsTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private PushSocket push() {
        PushSocket push = rig.context().push();
        push.set(LINGER, Duration.ZERO);
        push.set(RECONNECT_IVL, Duration.ofMillis(10));
        return push;
    }

    @EveryTransport
    void conflateKeepsTheNewestOfASender(Transport transport) {
        String endpoint = transport.freshEndpoint();
        PushSocket push = push();
        push.set(CONFLATE, true);
        push.connect(endpoint);
        for (int i = 0; i < 100; i++) {
            assertThat(push.trySend(Message.of(String.valueOf(i)))).isTrue();
        }
        PullSocket pull = rig.context().pull();
        pull.set(CONFLATE, true);
        pull.bind(endpoint);
        assertThat(Rig.receiveText(pull)).isEqualTo("99");
        assertThat(push.drops()).containsEntry(DropReason.CONFLATED, 99L);
        Rig.send(push, "100");
        assertThat(Rig.receiveText(pull)).isEqualTo("100");
    }

    @EveryTransport
    void conflateKeepsTheNewestOfAReceiver(Transport transport) {
        PullSocket pull = rig.context().pull();
        pull.set(CONFLATE, true);
        PushSocket push = push();
        push.connect(pull.bind(transport.freshEndpoint()));
        for (int i = 0; i < 100; i++) {
            Rig.send(push, String.valueOf(i));
        }
        // Whatever is received, it only gets newer, and it ends with the newest.
        int newest = -1;
        while (newest < 99) {
            int next = Integer.parseInt(Rig.receiveText(pull));
            assertThat(next).isGreaterThan(newest);
            newest = next;
        }
        assertThat(pull.tryReceive()).isEmpty();
    }

    @EveryTransport
    void immediateQueuesToCompletedConnectionsOnly(Transport transport) {
        String absent = transport.freshEndpoint();
        PushSocket push = push();
        push.set(IMMEDIATE, true);
        push.connect(absent);
        assertThat(push.send(Message.of("nobody yet"), Rig.MOMENT)).isFalse();
        PullSocket pull = rig.context().pull();
        push.connect(pull.bind(transport.freshEndpoint()));
        for (int i = 0; i < 10; i++) {
            Rig.send(push, String.valueOf(i));
            assertThat(Rig.receiveText(pull)).isEqualTo(String.valueOf(i));
        }
        pull.close();
        Rig.awaitPeers(push, 0);
        assertThat(push.trySend(Message.of("nobody any more"))).isFalse();
        PullSocket late = rig.context().pull();
        late.bind(absent);
        Rig.send(push, "late");
        assertThat(Rig.receiveText(late)).isEqualTo("late");
    }

    @EveryWire
    void aMessageOfTheMaximumSizeIsTakenAndNoLargerOne(Transport transport) {
        PullSocket pull = rig.context().pull();
        pull.set(MAXMSGSIZE, 1000L);
        var events = EventLog.of(pull);
        PushSocket push = push();
        push.connect(pull.bind(transport.freshEndpoint()));
        Rig.send(push, Message.wrap(new byte[1000]));
        assertThat(Rig.receive(pull).size()).isEqualTo(1000);
        Rig.send(push, Message.wrap(new byte[1001]));
        SocketEvent refused = events.await(SocketEvent.Type.DISCONNECTED);
        assertThat(refused.reason()).isEqualTo(CloseReason.MESSAGE_TOO_LARGE);
        assertThat(refused.detail()).contains("1001");
    }

    @Test
    void aMultipartMessageConflatesWhole() {
        String endpoint = Transport.TCP.freshEndpoint();
        PushSocket push = push();
        push.set(CONFLATE, true);
        push.connect(endpoint);
        Rig.send(push, "old", "message");
        Rig.send(push, "new", "", "message");
        PullSocket pull = rig.context().pull();
        pull.bind(endpoint);
        assertThat(Rig.receive(pull)).isEqualTo(Message.of("new", "", "message"));
    }
}
