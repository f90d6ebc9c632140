package io.zmq4j.zmtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void visibleAsciiStaysAndAllElseIsEscaped() {
        assertThat(Printable.text(new byte[] {'a', ' ', '~', '\n', 0, (byte) 0xE9, 0x7F, '\\'}))
                .isEqualTo("a ~\\x0A\\x00\\xE9\\x7F\\\\");
    }

    @Test
    void longTextIsCut() {
        assertThat(Printable.text("y".repeat(256))).isEqualTo("y".repeat(255) + "… (256 bytes)");
    }

    @Test
    void aRangeIsShown() {
        assertThat(Printable.text(new byte[] {'a', 'b', 'c'}, 1, 1)).isEqualTo("b");
    }
}
