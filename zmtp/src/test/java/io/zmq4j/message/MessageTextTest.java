package io.zmq4j.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class MessageTextTest {
    @Test
    void framesAreShownAsTextOrInHexadecimal() {
        assertThat(Message.of("tick")).asString().isEqualTo("[\"tick\"]");
        assertThat(Message.builder().text("é\"\\\n").empty().int32(255).build().toString())
                .isEqualTo("[\"é\\\"\\\\\\n\", \"\", 0x000000ff]");
    }

    @Test
    void whatWouldWriteToATerminalIsNoText() {
        assertThat(Message.of("a\u001b[2J").toString()).isEqualTo("[0x611b5b324a]");
        assertThat(Message.of("\u202e").toString()).isEqualTo("[0xe280ae]");
        assertThat(Message.of(new byte[] {(byte) 0x80}).toString()).isEqualTo("[0x80]");
    }

    @Test
    void ofALongFrameTheBeginningIsShown() {
        assertThat(Message.of("x".repeat(32)).first().toString()).isEqualTo('"' + "x".repeat(32) + '"');
        assertThat(Message.of("x".repeat(33)).first().toString()).isEqualTo('"' + "x".repeat(32) + "… (33 bytes)");
        assertThat(Message.of(new byte[100]).first().toString()).isEqualTo("0x" + "00".repeat(32) + "… (100 bytes)");
    }

    @Test
    void theCutGoesThroughNoCharacter() {
        for (int before = 28; before <= 32; before++) {
            String text = "x".repeat(before) + "😀😀";
            assertThat(Message.of(text).first().toString())
                    .isEqualTo(
                            '"' + "x".repeat(before) + (before == 28 ? "😀" : "") + "… (" + (before + 8) + " bytes)");
        }
    }

    @Test
    void ofManyFramesTheFirstAreShown() {
        String[] frames = Collections.nCopies(9, "f").toArray(String[]::new);

        assertThat(Message.of(frames).toString()).isEqualTo("[" + "\"f\", ".repeat(8) + "… (9 frames)]");
    }
}
