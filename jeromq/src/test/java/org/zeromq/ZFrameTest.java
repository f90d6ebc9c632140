package org.zeromq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import zmq.Msg;

class ZFrameTest {
    private static final byte[] BINARY = {0, (byte) 0xAB};

    @Test
    void keepsTheArrayItIsMadeOf() {
        var frame = new ZFrame(BINARY);
        assertThat(frame.getData()).isSameAs(BINARY);
        assertThat(frame.duplicate().getData()).isSameAs(BINARY);
        var received = new Received(new Msg(BINARY));
        assertThat(received.getData()).isSameAs(BINARY);
    }

    @Test
    void isEqualToAFrameWithTheSameBytesHoweverItCame() {
        var received = new Received(new Msg("x".getBytes(UTF_8)));
        assertThat(received).isEqualTo(new ZFrame("x")).hasSameHashCodeAs(new ZFrame("x"));
        assertThat(new ZFrame("x")).isEqualTo(received).isNotEqualTo(new ZFrame("y"));
        assertThat(new ZFrame("")).isNotEqualTo(new ZFrame((byte[]) null));
        assertThat(received.hasSameData(new ZFrame("x"))).isTrue();
        assertThat(received.hasSameData(null)).isFalse();
    }

    @Test
    void textIsShownAsTextAndTheRestInHexadecimal() {
        assertThat(new ZFrame("some text~")).hasToString("some text~");
        assertThat(new ZFrame(BINARY)).hasToString("00AB");
        assertThat(new ZFrame("\u00e9")).hasToString("C3A9");
        assertThat(new ZFrame("\u00e9").getString(UTF_8)).isEqualTo("\u00e9");
        assertThat(new ZFrame("a").strhex()).isEqualTo("61");
        assertThat(new ZFrame("a").streq("a")).isTrue();
    }

    @Test
    void withoutDataNothingThrows() {
        var frame = new ZFrame("x");
        frame.destroy();
        assertThat(frame.hasData()).isFalse();
        assertThat(frame.getData()).isNull();
        assertThat(frame.size()).isZero();
        assertThat(frame).hasToString("").hasSameHashCodeAs(new ZFrame((byte[]) null));
        assertThat(frame.getString(UTF_8)).isEmpty();
        assertThat(frame.streq("x")).isFalse();
        assertThat(frame.strhex()).isEmpty();
        frame.print("prefix");
        frame.reset("back");
        assertThat(frame.streq("back")).isTrue();
    }

    @Test
    void flagsOfAReceivedFrameAreNotItsCopys() {
        var msg = new Msg(1);
        msg.setFlags(Msg.MORE);
        var frame = new Received(msg);
        assertThat(frame.hasMore()).isTrue();
        assertThat(frame.duplicate().hasMore()).isFalse();
    }

    @Test
    void noSocketIsTold() {
        assertThatThrownBy(() -> new ZFrame("x").send(null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class Received extends ZFrame {
        Received(Msg msg) {
            super(msg);
        }
    }
}
