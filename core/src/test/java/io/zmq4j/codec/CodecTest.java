package io.zmq4j.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.DecodeException;
import io.zmq4j.message.Message;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CodecTest {
    record Price(String symbol, long cents) {}

    private static final Codec<Price> PRICE = Codec.of(
            price -> Message.builder().text(price.symbol()).int64(price.cents()).build(),
            message -> new Price(message.text(), message.frame(1).int64()));

    private static final Codec<Integer> NUMBER = Codec.text().map(Integer::valueOf, String::valueOf);

    private static DecodeException failureOf(Codec<?> codec, Message message) {
        try {
            Object value = codec.decode(message);
            throw new AssertionError("decoded " + value);
        } catch (DecodeException e) {
            return e;
        }
    }

    @Test
    void whatIsEncodedIsDecoded() {
        assertThat(Codec.text().encode("é")).isEqualTo(Message.of("é"));
        assertThat(Codec.text().decode(Message.of("é"))).isEqualTo("é");
        assertThat(Codec.bytes().decode(Codec.bytes().encode(new byte[] {0, -1})))
                .containsExactly(0, -1);
        assertThat(PRICE.decode(PRICE.encode(new Price("ABC", 12)))).isEqualTo(new Price("ABC", 12));
        assertThat(NUMBER.encode(42)).isEqualTo(Message.of("42"));
        assertThat(NUMBER.decode(Message.of("42"))).isEqualTo(42);
    }

    @Test
    void textAndBytesAreOneFrame() {
        Message two = Message.of("a", "b");

        assertThat(failureOf(Codec.text(), two)).hasMessageContaining("one frame, not 2 frames, 2 bytes");
        assertThat(failureOf(Codec.bytes(), two).received()).isSameAs(two);
    }

    @Test
    void textIsUtf8() {
        Message latin1 = Message.of(new byte[] {'n', (byte) 0xe9, 'e'});

        assertThat(failureOf(Codec.text(), latin1)).hasMessageContaining("no UTF-8");
        assertThat(Codec.text().decode(Message.of("\uFFFD"))).isEqualTo("\uFFFD");
    }

    @Test
    void whateverADecoderThrowsComesWithTheMessage() {
        Message secret = Message.of("secret");
        Codec<String> refuses = Codec.of(Message::of, message -> {
            throw new IOException("bad checksum");
        });

        assertThat(failureOf(refuses, secret))
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("CodecTest")
                .hasMessageContaining("1 frame, 6 bytes")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"))
                .satisfies(failure -> assertThat(failure.received()).isSameAs(secret));
        assertThat(failureOf(NUMBER, Message.of("many"))).hasCauseInstanceOf(NumberFormatException.class);
        assertThat(failureOf(PRICE, Message.of("ABC"))).hasCauseInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void nullFromACodecIsAnErrorThatNamesIt() {
        Codec<String> nothing = Codec.<String>of(value -> null, message -> null).named("nothing");

        assertThatThrownBy(() -> nothing.encode("x"))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("codec nothing: encode gave null");
        assertThat(failureOf(nothing, Message.of("x"))).hasMessageContaining("codec nothing: decode gave null");
        assertThatThrownBy(() ->
                        Codec.text().<String>map(text -> text, text -> null).encode("x"))
                .hasMessageContaining("encode gave null");
        assertThat(failureOf(Codec.text().<String>map(text -> null, text -> text), Message.of("x")))
                .hasMessageContaining("decode gave null");
    }

    @Test
    void aCodecWithoutANameIsNamedAfterThePlaceItWasMadeAt() {
        assertThat(PRICE).asString().isEqualTo("of " + CodecTest.class.getName());
        assertThat(NUMBER).asString().isEqualTo("text, mapped of " + CodecTest.class.getName());
        assertThat(PRICE.named("price").underTopic("EU")).hasToString("price under topic \"EU\"");
    }

    @Test
    void aTopicStandsInFrontAndIsTakenOff() {
        Codec<Integer> european = NUMBER.underTopic("EU");

        assertThat(european.encode(7)).isEqualTo(Message.of("EU", "7"));
        assertThat(european.decode(Message.of("EU", "7"))).isEqualTo(7);
        assertThat(european.decode(Message.of("EU.DE", "7"))).isEqualTo(7);
        assertThat(PRICE.underTopic("EU").decode(Message.of("EU").append(PRICE.encode(new Price("A", 1)))))
                .isEqualTo(new Price("A", 1));
    }

    @Test
    void whatIsUnreadableUnderATopicIsTheWholeMessage() {
        Codec<Integer> european = NUMBER.underTopic("EU");
        for (Message message : new Message[] {Message.of("US", "7"), Message.of("EU"), Message.of("EU", "many")}) {
            assertThat(failureOf(european, message).received()).isSameAs(message);
        }
    }
}
