package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "13_612_345, 13.6 M",
        "999_600, 1.00 M",
        "999_400, 999 k",
        "25_149, 25.1 k",
        "9_995, 10.0 k",
        "0, 0",
        "0.0314, 0.031",
        "4.2, 4.20",
        "46.44, 46.4",
        "812.4, 812"
    })
    void threeDigitsAreEnough(String value, String text) {
        assertThat(Unit.digits(Double.parseDouble(value.replace("_", "")))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1_234; 1,234", "9_994; 9,994"})
    void fourDigitsAreGrouped(String value, String text) {
        assertThat(Unit.digits(Double.parseDouble(value.replace("_", "")))).isEqualTo(text);
    }
}
