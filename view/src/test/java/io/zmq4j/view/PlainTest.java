package io.zmq4j.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void textOfAnyLanguageStaysAsItIs() {
        assertThat(Plain.text("ticker, Köln, 日本, 🙂")).isEqualTo("ticker, Köln, 日本, 🙂");
    }

    @Test
    void whatWouldMoveTheCursorIsAQuestionMark() {
        assertThat(Plain.text("a\u001b[2Jb\r\n\tc\u009b1A\u007f")).isEqualTo("a?[2Jb???c?1A?");
    }

    @Test
    void whatWouldTurnTheTextAroundIsAQuestionMark() {
        assertThat(Plain.text("a\u202eb\u2066c\u2028d\ud800e")).isEqualTo("a?b?c?d?e");
    }

    @Test
    void longTextIsCut() {
        assertThat(Plain.text("x".repeat(100_000))).hasSize(300);
    }
}
