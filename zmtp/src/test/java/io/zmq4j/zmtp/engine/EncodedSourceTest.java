package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are there in their encoded form already. */
class EncodedSourceTest {
    private static final byte[] THREE = octets("00 01 'x' 00 01 'y' 00 01 'z'");

    private final Outgoing out = new Outgoing(64 * 1024);

    /** Messages to be polled, and behind each of them something encoded, which is copied if anybody asks. */
    private static final class Source implements MessageSource {
        private final Deque<Message> messages = new ArrayDeque<>();
        private final byte[] encoded;
        private int asked;
        private int room;

        Source(byte[] encoded, Message... messages) {
            this.encoded = encoded;
            this.messages.addAll(Arrays.asList(messages));
        }

        @Override
        public Message poll() {
            return messages.poll();
        }

        @Override
        public int copy(byte[] into, int at) {
            asked++;
            room = into.length - at;
            if (encoded.length > room) {
                return at;
            }
            System.arraycopy(encoded, 0, into, at, encoded.length);
            return at + encoded.length;
        }
    }

    private byte[] transmit(Side side, MessageSource source) {
        out.clear();
        side.engine().transmit(out, source);
        return Arrays.copyOf(out.batch, out.batchLength);
    }

    @Test
    void whatIsEncodedFollowsAShortMessage() {
        var source = new Source(THREE, Message.of("a"), Message.of("b"));

        assertThat(transmit(Side.ready(SocketType.PUB, "SUB"), source))
                .isEqualTo(
                        octets("00 01 'a'  00 01 'x' 00 01 'y' 00 01 'z'  00 01 'b'  00 01 'x' 00 01 'y' 00 01 'z'"));
    }

    @Test
    void itIsAskedForWithTheRoomThatIsLeft() {
        var source = new Source(THREE, Message.of("four"));

        transmit(Side.ready(SocketType.PUB, "SUB"), source);

        assertThat(source.room).isEqualTo(64 * 1024 - 6);
    }

    @Test
    void whatDoesNotFitWaits() {
        var source = new Source(new byte[64 * 1024 - 2], Message.of("a"));

        assertThat(transmit(Side.ready(SocketType.PUB, "SUB"), source)).isEqualTo(octets("00 01 'a'"));
    }

    /** It is of another form there: length first, and subscriptions as commands. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPeerThatIsToGetAnotherFormGetsNoneOfIt(boolean isOld) {
        Side side = isOld ? Side.of(SocketType.PUB) : Side.ready(SocketType.XSUB, "XPUB");
        if (isOld) {
            side.receive(octets("01 00"));
            side.transmit();
        }
        var source = new Source(THREE, Message.of("a"));

        assertThat(transmit(side, source)).isEqualTo(octets(isOld ? "02 00 'a'" : "00 01 'a'"));
        assertThat(source.asked).isZero();
    }

    @Test
    void behindALongMessageNothingIsCopied() {
        var source = new Source(THREE, Message.wrap(Side.bytes(256)), Message.wrap(new byte[9][1]));

        transmit(Side.ready(SocketType.PUB, "SUB"), source);

        assertThat(source.asked).isZero();
    }
}
