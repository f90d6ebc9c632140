package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes as they are, in both directions. */
class RawEngineTest {
    private static final long BEGIN = 1000;

    private static final class Owner implements EngineListener {
        final List<Message> messages = new ArrayList<>();
        final List<PeerInfo> peers = new ArrayList<>();
        int outputs;
        int room = Integer.MAX_VALUE;

        @Override
        public void onHandshake(PeerInfo peer) {
            peers.add(peer);
        }

        @Override
        public void onAsk(Ask ask) {
            throw new AssertionError("nothing is asked");
        }

        @Override
        public boolean onMessage(Message message) {
            assertThat(peers).hasSize(1);
            messages.add(message);
            return --room > 0;
        }

        @Override
        public void onOutput() {
            outputs++;
        }
    }

    private final Owner owner = new Owner();
    private final RawEngine engine = new RawEngine(owner, BEGIN);
    private final Outgoing out = new Outgoing(16 * 1024);
    private final Deque<Message> outgoing = new ArrayDeque<>();

    private boolean transmit() {
        out.clear();
        return engine.transmit(out, outgoing::poll);
    }

    private byte[] batch() {
        return Arrays.copyOf(out.batch, out.batchLength);
    }

    private List<Message> recovered() {
        var messages = new ArrayList<Message>();
        engine.recover(null, messages::add);
        return messages;
    }

    // ---- inbound

    @Test
    void aPeerIsThereAtTheFirstTickWithoutAWord() throws ProtocolException {
        assertThat(engine.nextTick()).isEqualTo(BEGIN);
        engine.tick(BEGIN);
        engine.tick(BEGIN + 1);

        assertThat(owner.peers).hasSize(1);
        assertThat(owner.outputs).isEqualTo(1);
        PeerInfo peer = owner.peers.get(0);
        assertThat(peer.socketType()).isNull();
        assertThat(peer.version()).isNull();
        assertThat(peer.mechanism()).isNull();
        assertThat(engine.nextTick()).isEqualTo(Long.MAX_VALUE);
        assertThat(engine.isPinged()).isFalse();
    }

    @Test
    void whatComesIsGivenAsItIs() throws ProtocolException {
        byte[] bytes = octets("'xGET /' 00 ff 0d 0a");
        assertThat(engine.receive(bytes, 1, 8, BEGIN)).isEqualTo(8);
        assertThat(owner.messages).containsExactly(Message.wrap(octets("'GET /' 00 ff 0d")));
    }

    @Test
    void muchIsCut() throws ProtocolException {
        byte[] bytes = Side.bytes(2 * RawEngine.LARGEST_CHUNK + 1);
        assertThat(engine.receive(bytes, 0, bytes.length, BEGIN)).isEqualTo(bytes.length);
        assertThat(owner.messages.stream().map(Message::size))
                .containsExactly((long) RawEngine.LARGEST_CHUNK, (long) RawEngine.LARGEST_CHUNK, 1L);
        assertThat(concat(owner.messages.stream().map(m -> m.bytes(0)).toArray(byte[][]::new)))
                .isEqualTo(bytes);
    }

    @Test
    void withoutRoomTheRestIsLeft() throws ProtocolException {
        owner.room = 1;
        byte[] bytes = Side.bytes(RawEngine.LARGEST_CHUNK + 10);
        assertThat(engine.receive(bytes, 0, bytes.length, BEGIN)).isEqualTo(RawEngine.LARGEST_CHUNK);
        assertThat(engine.receive(bytes, RawEngine.LARGEST_CHUNK, 10, BEGIN)).isEqualTo(10);
    }

    @Test
    void whatIsNoMoreTakenIsKeptByNobody() throws ProtocolException {
        byte[] bytes = octets("'a'");
        engine.receive(bytes, 0, 1, BEGIN);
        bytes[0] = 'b';
        assertThat(owner.messages).containsExactly(Message.of("a"));
    }

    @Test
    void theEndOfTheStreamEndsIt() throws ProtocolException {
        engine.tick(BEGIN);
        assertThat(engine.endOfStream().reason()).isEqualTo(CloseReason.PEER_CLOSED);
        assertThatThrownBy(() -> engine.receive(new byte[1], 0, 1, BEGIN)).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> engine.tick(BEGIN)).isInstanceOf(ProtocolException.class);
        assertThat(engine.endOfStream().reason()).isEqualTo(CloseReason.PEER_CLOSED);
    }

    @Test
    void oneThatSaidNothingWasThereAsWell() {
        engine.endOfStream();
        assertThat(owner.peers).hasSize(1);
    }

    @Test
    void nothingIsCollectedAndNothingAsked() {
        assertThat(engine.bodyMissing()).isZero();
        assertThat(engine.wantsBytes()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> engine.receiveBody(ByteBuffer.allocate(1), BEGIN));
        assertThatIllegalStateException().isThrownBy(() -> engine.resume(Mechanism.Step::sending, BEGIN));
    }

    // ---- outbound

    @Test
    void nothingIsSentBeforeThereIsAPeer() throws ProtocolException {
        outgoing.add(Message.of("a"));
        assertThat(transmit()).isFalse();
        engine.tick(BEGIN);
        assertThat(transmit()).isTrue();
        assertThat(batch()).isEqualTo(octets("'a'"));
    }

    @Test
    void framesFollowEachOtherAndSoDoMessages() throws ProtocolException {
        engine.tick(BEGIN);
        outgoing.addAll(List.of(Message.of("a", "", "bc"), Message.of("", "d"), Message.of("e")));
        assertThat(transmit()).isTrue();
        assertThat(batch()).isEqualTo(octets("'abcde'"));
        assertThat(transmit()).isFalse();
    }

    @Test
    void aLargeBodyIsReferredTo() throws ProtocolException {
        engine.tick(BEGIN);
        byte[] large = Side.bytes(Outgoing.LARGE_BODY);
        outgoing.add(Message.wrap(new byte[][] {octets("'a'"), large, octets("'b'")}));
        assertThat(transmit()).isTrue();
        assertThat(batch()).isEqualTo(octets("'a'"));
        assertThat(out.body).isSameAs(large);
        assertThat(transmit()).isTrue();
        assertThat(batch()).isEqualTo(octets("'b'"));
    }

    @Test
    void whatDoesNotFitGoesNext() throws ProtocolException {
        engine.tick(BEGIN);
        byte[] most = Side.bytes(Outgoing.LARGE_BODY - 1);
        for (int i = 0; i < 5; i++) {
            outgoing.add(Message.wrap(most));
        }
        for (int batch = 0; batch < 2; batch++) {
            assertThat(transmit()).isTrue();
            assertThat(out.batchLength).isEqualTo(2 * most.length);
            assertThat(out.body).isNull();
        }
        assertThat(transmit()).isTrue();
        assertThat(out.batchLength).isEqualTo(most.length);
        assertThat(transmit()).isFalse();
    }

    @Test
    void whatHasNotLeftWholeIsGivenBackWhole() throws ProtocolException {
        engine.tick(BEGIN);
        Message first = Message.of("ab");
        Message second = Message.of("cd", "ef");
        Message third = Message.of("g");
        outgoing.addAll(List.of(first, second, third));
        transmit();
        assertThat(engine.begun()).isNull();
        assertThat(recovered()).containsExactly(first, second, third);
        engine.left(2);
        assertThat(recovered()).containsExactly(second, third);
        engine.left(5);
        assertThat(recovered()).containsExactly(second, third);
        engine.left(6);
        assertThat(recovered()).containsExactly(third);
        engine.left(7);
        assertThat(recovered()).isEmpty();
    }

    @Test
    void oneOfWhichAPartWasGivenIsKept() throws ProtocolException {
        engine.tick(BEGIN);
        Message large = Message.wrap(new byte[][] {Side.bytes(Outgoing.LARGE_BODY), octets("'b'")});
        outgoing.add(large);
        transmit();
        engine.left(Outgoing.LARGE_BODY);
        assertThat(recovered()).containsExactly(large);
    }
}
