package io.zmq4j.zmtp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import org.junit.jupiter.api.Test;

class MessageAssemblerTest {
    private static final int MOST_FRAMES = 1 << 20;

    private final MessageAssembler assembler = new MessageAssembler(10);

    @Test
    void aFrameAloneIsAMessage() {
        assertThat(assembler.finish(bytes(3))).isEqualTo(Message.wrap(bytes(3)));
        assertThat(assembler.isEmpty()).isTrue();
    }

    @Test
    void framesMakeAMessageInTheirOrder() {
        for (int size = 1; size <= 9; size++) {
            assembler.add(bytes(size));
        }
        assertThat(assembler.isEmpty()).isFalse();

        Message message = assembler.finish(bytes(0));

        assertThat(message.frameCount()).isEqualTo(10);
        for (int i = 0; i < 9; i++) {
            assertThat(message.size(i)).isEqualTo(i + 1);
        }
        assertThat(message.size(9)).isZero();
        assertThat(assembler.isEmpty()).isTrue();
    }

    @Test
    void allFramesTogetherAreBounded() {
        assembler.add(bytes(4));
        assertThatCode(() -> assembler.check(6)).doesNotThrowAnyException();
        assertThatThrownBy(() -> assembler.check(7))
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.reason()).isEqualTo(CloseReason.MESSAGE_TOO_LARGE))
                .hasMessage("a message of at least 11 bytes, allowed are 10");
    }

    @Test
    void theNextMessageMayBeAsLarge() throws ProtocolException {
        assembler.add(bytes(4));
        assembler.finish(bytes(6));
        assembler.check(10);
    }

    @Test
    void whatIsForgottenIsNoPartOfTheNextMessage() throws ProtocolException {
        assembler.add(bytes(9));

        assembler.forget();

        assertThat(assembler.isEmpty()).isTrue();
        assembler.check(10);
        assertThat(assembler.finish(bytes(10))).isEqualTo(Message.wrap(bytes(10)));
    }

    @Test
    void withoutALimitAnySizeMayCome() {
        assertThatCode(() -> new MessageAssembler(-1).check(Long.MAX_VALUE)).doesNotThrowAnyException();
    }

    @Test
    void framesWithoutEndAreRefused() throws ProtocolException {
        for (int i = 0; i < MOST_FRAMES; i++) {
            assembler.check(0);
            assembler.add(bytes(0));
        }
        assertThatThrownBy(() -> assembler.check(0))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("a message of more than 1048576 frames");
    }

    private static byte[] bytes(int size) {
        return new byte[size];
    }
}
