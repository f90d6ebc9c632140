package io.zmq4j.zmtp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.zmtp.CloseReason;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private final FrameReader reader = new FrameReader(FrameFormat.ZMTP_3, (flags, size) -> {});

    @Test
    void aWholeFrameIsReturnedAndThePositionIsBehindIt() throws Exception {
        byte[] bytes = {9, 0, 2, 'h', 'i', 9};

        assertThat(reader.read(bytes, 1, 6)).containsExactly('h', 'i');
        assertThat(reader.position()).isEqualTo(5);
        assertThat(reader.isBetweenFrames()).isTrue();
    }

    @Test
    void aCutFrameIsReturnedWhenItsLastByteCame() throws Exception {
        assertThat(reader.read(new byte[] {1}, 0, 1)).isNull();
        assertThat(reader.isBetweenFrames()).isFalse();
        assertThat(reader.read(new byte[] {2}, 0, 1)).isNull();
        assertThat(reader.bodyMissing()).isEqualTo(2);
        assertThat(reader.read(new byte[] {'h'}, 0, 1)).isNull();
        assertThat(reader.read(new byte[] {'i', 0}, 0, 2)).containsExactly('h', 'i');
        assertThat(reader.position()).isEqualTo(1);
        assertThat(reader.flags()).isEqualTo(FrameFlags.MORE);
    }

    @Test
    void theRuleIsAskedBeforeTheBody() {
        var strict = new FrameReader(FrameFormat.ZMTP_3, (flags, size) -> {
            throw new ProtocolException(CloseReason.MESSAGE_TOO_LARGE, flags + " " + size);
        });

        assertThatThrownBy(() -> strict.read(new byte[] {3, 0, 0, 0, 0, 0, 0, 1, 0}, 0, 9))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("1 256");
    }

    @Test
    void moreThanIsMissingIsNotTaken() throws Exception {
        reader.read(new byte[] {0, 2, 'h'}, 0, 3);

        assertThatThrownBy(() -> reader.readBody(ByteBuffer.allocate(2))).isInstanceOf(IllegalArgumentException.class);
        assertThat(reader.readBody(ByteBuffer.wrap(new byte[] {'i'}))).containsExactly('h', 'i');
        assertThatThrownBy(() -> reader.readBody(ByteBuffer.allocate(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFrameThatIsAllThereIsPassed() throws Exception {
        byte[] bytes = {9, 1, 2, 'h', 'i', 9};

        assertThat(reader.pass(bytes, 1, 5)).isTrue();

        assertThat(reader.position()).isEqualTo(5);
        assertThat(reader.bodySize()).isEqualTo(2);
        assertThat(reader.flags()).isEqualTo(FrameFlags.MORE);
        assertThat(reader.isBetweenFrames()).isTrue();
    }

    @Test
    void ofAFrameThatIsCutNothingIsPassed() throws Exception {
        byte[] bytes = {2, 0, 0, 0, 0, 0, 0, 0, 2, 'h', 'i'};
        for (int end = 1; end < bytes.length; end++) {
            assertThat(reader.pass(bytes, 0, end)).isFalse();
            assertThat(reader.isBetweenFrames()).isTrue();
        }

        assertThat(reader.read(bytes, 0, 4)).isNull();
        assertThat(reader.pass(bytes, 4, bytes.length)).isFalse();
        assertThat(reader.read(bytes, 4, bytes.length)).containsExactly('h', 'i');
    }

    @Test
    void theRuleIsAskedBeforeAFrameIsPassed() {
        var strict = new FrameReader(FrameFormat.ZMTP_3, (flags, size) -> {
            throw new ProtocolException(CloseReason.MESSAGE_TOO_LARGE, flags + " " + size);
        });

        assertThatThrownBy(() -> strict.pass(new byte[] {0, 1, 'a'}, 0, 3)).hasMessage("0 1");
    }

    @Test
    void everyBodyIsAnArrayOfItsOwn() throws Exception {
        byte[] first = null;
        for (int i = 0; i < 2; i++) {
            reader.read(new byte[] {0, 1}, 0, 2);
            byte[] body = reader.read(new byte[] {(byte) i}, 0, 1);
            assertThat(body).isNotSameAs(first).containsExactly(i);
            first = body;
        }
    }
}
