package io.zmq4j.multicast.pgm.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamEncoderTest {
    private static final int HEADER = 24;

    @Test
    void oneMessage() {
        assertThat(segments(100, Message.of("hello"))).containsExactly("0000" + "060068656c6c6f");
    }

    @Test
    void framesOfAMessage() {
        assertThat(segments(100, Message.of("a", "bb", ""))).containsExactly("0000" + "020161" + "03016262" + "0100");
    }

    @Test
    void smallMessagesShareAPacket() {
        assertThat(segments(100, Message.of("a"), Message.of("b"))).containsExactly("0000" + "020061" + "020062");
    }

    @Test
    void largeMessageGoesOnInTheNextPacketWhichSaysWhereTheNextOneStarts() {
        assertThat(segments(HEADER + 2 + 4, Message.of("hello"), Message.of("b")))
                .containsExactly("0000" + "06006865", "0003" + "6c6c6f" + "02", "0002" + "0062");
    }

    @Test
    void headerIsCutLikeAnythingElse() {
        byte[] body = new byte[300];
        assertThat(segments(HEADER + 2 + 4, Message.wrap(body)))
                .startsWith("0000" + "ff000000", "ffff" + "00000001", "ffff" + "2d000000");
    }

    @Test
    void packetThatEndsWithAMessageSaysThatTheNextOneStartsThere() {
        // As libzmq does: who joins here reads from the beginning of the packet that follows.
        assertThat(segments(HEADER + 2 + 4, Message.of("hello")))
                .containsExactly("0000" + "06006865", "0003" + "6c6c6f");
        assertThat(segments(HEADER + 2 + 7, Message.of("hello"), Message.of("b")))
                .containsExactly("0000" + "060068656c6c6f", "0000" + "020062");
    }

    @Test
    void laterFramesAreNoStart() {
        assertThat(segments(HEADER + 2 + 3, Message.of("a", "b")))
                .containsExactly("0000" + "020161", "ffff" + "020062");
    }

    @Test
    void takesNoMoreThanOneMessageThatDoesNotFit() {
        var encoder = new StreamEncoder(new byte[HEADER + 2 + 4]);
        assertThat(encoder.offer(Message.of("hello"))).isTrue();
        assertThat(encoder.offer(Message.of("b"))).isFalse();
        encoder.finish();
        encoder.begin(new byte[HEADER + 2 + 4]);
        assertThat(encoder.offer(Message.of("b"))).isTrue();
    }

    @Test
    void emptyUntilSomethingIsThere() {
        var encoder = new StreamEncoder(new byte[100]);
        assertThat(encoder.isEmpty()).isTrue();
        encoder.offer(Message.empty());
        assertThat(encoder.isEmpty()).isFalse();
    }

    /** What is behind the packets' headers. */
    private static List<String> segments(int packetSize, Message... messages) {
        var encoder = new StreamEncoder(new byte[packetSize]);
        var segments = new ArrayList<String>();
        for (Message message : messages) {
            while (!encoder.offer(message)) {
                segments.add(take(encoder, packetSize));
            }
        }
        while (!encoder.isEmpty()) {
            segments.add(take(encoder, packetSize));
        }
        return segments;
    }

    private static String take(StreamEncoder encoder, int packetSize) {
        byte[] data = Arrays.copyOfRange(encoder.packet(), HEADER, encoder.finish());
        encoder.begin(new byte[packetSize]);
        return HexFormat.of().formatHex(data);
    }
}
