package io.zmq4j.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MessageBuilderTest {
    @Test
    void framesStandInTheOrderOfTheCalls() {
        Message message = Message.builder()
                .text("é")
                .bytes(new byte[] {1})
                .buffer(ByteBuffer.wrap(new byte[] {2, 3}))
                .int32(4)
                .int64(5)
                .empty()
                .frames(Message.of("a", "b"))
                .frames(Message.of("c", "d").frames().subList(1, 2))
                .build();

        assertThat(message)
                .isEqualTo(Message.of(
                        "é".getBytes(UTF_8),
                        new byte[] {1},
                        new byte[] {2, 3},
                        new byte[] {0, 0, 0, 4},
                        new byte[] {0, 0, 0, 0, 0, 0, 0, 5},
                        new byte[0],
                        new byte[] {'a'},
                        new byte[] {'b'},
                        new byte[] {'d'}));
    }

    @Test
    void aMessageStaysWhenTheBuilderGoesOn() {
        MessageBuilder builder = Message.builder().text("a");
        Message first = builder.build();

        assertThat(builder.text("b").build()).isEqualTo(Message.of("a", "b"));
        assertThat(first).isEqualTo(Message.of("a"));
    }

    @Test
    void withoutAFrameThereIsNoMessage() {
        assertThatThrownBy(() -> Message.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least one frame");
    }
}
