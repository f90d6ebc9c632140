package io.zmq4j.zmtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import org.junit.jupiter.api.Test;

class ShortMessageTest {
    private static final byte[] HI = {0, 2, 'h', 'i'};

    @Test
    void itEndsBehindItsBody() {
        assertThat(ShortMessage.end(HI, 0, 4)).isEqualTo(4);
        assertThat(ShortMessage.end(new byte[] {7, 0, 0, 7}, 1, 4)).isEqualTo(3);
    }

    @Test
    void severalFramesAreOneMessageIfAllAreThere() {
        byte[] bytes = {9, 1, 2, 'h', 'i', 1, 0, 0, 1, '!', 0, 0};
        Message message = Message.of("hi", "", "!");
        var written = new byte[12];
        written[0] = 9;

        assertThat(ShortMessage.end(bytes, 1, 12)).isEqualTo(10);
        assertThat(ShortMessage.behind(bytes, 1)).isEqualTo(10);
        assertThat(ShortMessage.get(bytes, 1, 10)).isEqualTo(message);
        assertThat(ShortMessage.put(written, 1, message)).isEqualTo(10);
        assertThat(written).isEqualTo(bytes);
        assertThat(ShortMessage.encodedSize(message)).isEqualTo(9);
        for (int end = 1; end < 10; end++) {
            assertThat(ShortMessage.end(bytes, 1, end)).as("cut at " + end).isEqualTo(-1);
        }
    }

    /** A message that never ends must not be looked through again with every byte. */
    @Test
    void manyFramesAreLeftToTheReaderOfAnyFrame() {
        var bytes = new byte[2 * 9];
        for (int i = 0; i < 8; i++) {
            bytes[2 * i] = 1;
        }
        assertThat(ShortMessage.end(bytes, 0, bytes.length)).isEqualTo(-1);
        bytes[2 * 7] = 0;
        assertThat(ShortMessage.end(bytes, 0, bytes.length)).isEqualTo(16);
    }

    @Test
    void cutAnywhereItIsNone() {
        for (int end = 0; end < HI.length; end++) {
            assertThat(ShortMessage.end(HI, 0, end)).isEqualTo(-1);
        }
    }

    @Test
    void aFrameWithAnyFlagButMoreIsNone() {
        for (int flags = 2; flags <= 255; flags++) {
            assertThat(ShortMessage.end(new byte[] {(byte) flags, 0}, 0, 2)).isEqualTo(-1);
        }
    }

    @Test
    void theSizeIsUnsigned() {
        var bytes = new byte[2 + 255];
        bytes[1] = (byte) 255;
        assertThat(ShortMessage.end(bytes, 0, bytes.length)).isEqualTo(257);
        assertThat(ShortMessage.end(bytes, 0, 256)).isEqualTo(-1);
    }

    @Test
    void aFewFramesOfUpTo255BytesAreShort() {
        assertThat(ShortMessage.is(Message.empty())).isTrue();
        assertThat(ShortMessage.is(Message.wrap(new byte[255]))).isTrue();
        assertThat(ShortMessage.is(Message.wrap(new byte[256]))).isFalse();
        assertThat(ShortMessage.is(Message.of("a", "b"))).isTrue();
        assertThat(ShortMessage.is(Message.wrap(new byte[8][255]))).isTrue();
        assertThat(ShortMessage.is(Message.wrap(new byte[9][0]))).isFalse();
        assertThat(ShortMessage.is(Message.wrap(new byte[][] {{1}, new byte[256]})))
                .isFalse();
    }

    @Test
    void whereTheNextOneBeginsIsSaidByItsSize() {
        assertThat(ShortMessage.behind(HI, 0)).isEqualTo(4);
        assertThat(ShortMessage.behind(new byte[] {9, 0, (byte) 255}, 1)).isEqualTo(1 + 2 + 255);
    }

    @Test
    void whatIsGotIsItsBody() {
        assertThat(ShortMessage.get(HI, 0, 4)).isEqualTo(Message.of("hi"));
        assertThat(ShortMessage.get(new byte[] {7, 0, 0, 7}, 1, 3)).isEqualTo(Message.empty());
    }

    @Test
    void whatIsPutIsWhatTheFormatWrites() {
        for (int size : new int[] {0, 1, 255}) {
            var body = new byte[size];
            var expected = new byte[300];
            int at = FrameFormat.ZMTP_3.putHeader(expected, 5, 0, size);
            System.arraycopy(body, 0, expected, at, size);
            var bytes = new byte[300];

            assertThat(ShortMessage.put(bytes, 5, Message.wrap(body))).isEqualTo(at + size);
            assertThat(ShortMessage.encodedSize(Message.wrap(body))).isEqualTo(2 + size);
            assertThat(bytes).isEqualTo(expected);
        }
    }
}
