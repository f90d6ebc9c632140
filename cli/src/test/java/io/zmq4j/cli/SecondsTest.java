package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SecondsTest {
    @Test
    void fractionsAreAllowed() {
        assertThat(new Seconds().convert("2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(new Seconds().convert("0.25")).isEqualTo(Duration.ofMillis(250));
        assertThat(new Seconds().convert(".5")).isEqualTo(Duration.ofMillis(500));
        assertThat(new Seconds().convert("0")).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e3", "2s", "NaN", "1.", "1000000000"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> new Seconds().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageStartingWith("'" + text + "' is no number of seconds");
    }

    @Test
    void aDurationIsShownWithoutTrailingZeros() {
        assertThat(Seconds.text(Duration.ofMillis(2500))).isEqualTo("2.5 s");
        assertThat(Seconds.text(Duration.ofSeconds(30))).isEqualTo("30 s");
        assertThat(Seconds.text(Duration.ZERO)).isEqualTo("0 s");
    }
}
