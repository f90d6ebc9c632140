package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.header;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outbound half: batches, large bodies, and control bytes between messages. */
class TransmitTest {
    private static final byte[] PING = command("PING", octets("00 00"));
    private static final byte[] PONG = command("PONG", new byte[0]);

    private final Side side = Side.ready(SocketType.PUSH, "PULL");
    private final Outgoing out = new Outgoing(64 * 1024);

    private boolean transmit() {
        out.clear();
        return side.engine().transmit(out, side.outgoing::poll);
    }

    private byte[] batch() {
        return Arrays.copyOf(out.batch, out.batchLength);
    }

    @Test
    void nothingToSendIsSaid() {
        assertThat(transmit()).isFalse();
        assertThat(out.isEmpty()).isTrue();
    }

    @Test
    void smallFramesShareABatch() {
        side.send(Message.of("a"));
        side.send(Message.of("b", "c"));

        assertThat(transmit()).isTrue();
        assertThat(batch()).isEqualTo(octets("00 01 'a'  01 01 'b' 00 01 'c'"));
        assertThat(out.body).isNull();
    }

    @Test
    @DisplayName("RFC 37: a body of 0 to 255 octets takes a short size, one of 256 a long one")
    void sizesTakeTheShortestForm() {
        side.send(Message.wrap(Side.bytes(255)));
        side.send(Message.wrap(Side.bytes(256)));
        transmit();

        assertThat(batch()).isEqualTo(concat(octets("00 ff"), Side.bytes(255), header(0, 256), Side.bytes(256)));
    }

    @Test
    void aLargeBodyIsReferencedAndEndsTheBatch() {
        byte[] large = Side.bytes(Outgoing.LARGE_BODY);
        side.send(Message.of("a"));
        side.send(Message.wrap(large));
        side.send(Message.of("b"));

        transmit();
        assertThat(batch()).isEqualTo(concat(octets("00 01 'a'"), header(0, large.length)));
        assertThat(out.body).isSameAs(large);
        transmit();
        assertThat(batch()).isEqualTo(octets("00 01 'b'"));
    }

    @Test
    @DisplayName("RFC 37: a message's frames are contiguous: a PONG waits until the message is out")
    void controlBytesDoNotCutAMessage() {
        side.send(Message.wrap(new byte[][] {Side.bytes(10_000), octets("'z'")}));
        transmit();
        assertThat(side.engine().begun()).isNotNull();
        side.receive(PING);
        side.send(Message.of("next"));

        transmit();
        assertThat(batch()).startsWith(octets("00 01 'z'"));
        assertThat(side.engine().begun()).isNull();
        transmit();
        assertThat(batch()).isEqualTo(PONG);
    }

    @Test
    void controlBytesGoBeforeTheNextMessage() {
        side.receive(PING);
        side.send(Message.of("m"));
        transmit();

        assertThat(batch()).isEqualTo(concat(PONG, octets("00 01 'm'")));
    }

    @Test
    void aMessageWithoutRoomWaitsAndComesBack() {
        int fits = out.batch.length / 8000;
        for (int i = 0; i <= fits; i++) {
            side.send(Message.wrap(Side.bytes(8000)));
        }
        transmit();

        assertThat(out.batchLength).isEqualTo(fits * 8009);
        assertThat(side.outgoing).isEmpty();
        assertThat(side.engine().begun()).isNull();
        assertThat(side.unsent()).containsExactly(Message.wrap(Side.bytes(8000)));
    }

    @Test
    void aMessagePartlyOutIsGivenBackWhole() {
        Message message = Message.wrap(new byte[][] {Side.bytes(10_000), Side.bytes(1)});
        side.send(message);
        transmit();

        assertThat(side.unsent()).containsExactly(message);
        // Asked again, as it may be.
        assertThat(side.unsent()).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 100, 1000, 10_000, 65_536})
    void anyBatchSizeCarriesAnything(int batchSize) {
        Side sender = Side.with(Side.options(SocketType.DEALER, "i".repeat(255), -1), batchSize);
        Side receiver = Side.of(SocketType.ROUTER);
        Message message = Message.of(
                Side.bytes(0), Side.bytes(53), Side.bytes(54), Side.bytes(55), Side.bytes(9000), Side.bytes(300));
        for (int i = 0; i < 20; i++) {
            sender.send(message);
            sender.send(Message.wrap(Side.bytes(i)));
        }
        Side.exchange(sender, receiver);

        assertThat(receiver.messages).hasSize(40).contains(message);
        assertThat(receiver.peers.get(0).routingId()).hasSize(255);
    }

    @Test
    void aBatchTooSmallForAHeaderIsRefused() {
        assertThatThrownBy(() -> new Outgoing(63))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("63")
                .hasMessageContaining("64");
    }

    @Test
    void theOwnerIsToldWhenControlBytesWait() {
        int before = side.outputs;
        side.receive(PING);

        assertThat(side.outputs).isEqualTo(before + 1);
    }
}
