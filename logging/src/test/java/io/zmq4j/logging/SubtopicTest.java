package io.zmq4j.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a message is its subtopic. */
class SubtopicTest {
    @ParameterizedTest
    @CsvSource({
        "a::b, a",
        "a-1.b_2::c, a-1.b_2",
        "zahlung.größe::c, zahlung.größe",
        "a::b::c, a",
        "::1 is up, ''",
        "no peer at fe80::1, ''",
        "a..b::c, ''",
        ".a::c, ''",
        "a b::c, ''",
        "a:b, ''",
        "'', ''"
    })
    void aSubtopicIsWordsJoinedByDots(String message, String subtopic) {
        assertThat(Subtopic.of(message)).isEqualTo(subtopic);
    }

    @Test
    void aSubtopicIsNoLongerThanIsSensible() {
        assertThat(Subtopic.of("a".repeat(255) + "::b")).hasSize(255);
        assertThat(Subtopic.of("a".repeat(256) + "::b")).isEmpty();
    }

    @Test
    void aTextWithoutTheMessageStaysAsItIs() {
        assertThat(Subtopic.without("a", "x a:: y")).isEqualTo("x  y");
        assertThat(Subtopic.without("a", "elsewhere")).isEqualTo("elsewhere");
        assertThat(Subtopic.without("", "a::b")).isEqualTo("a::b");
    }
}
