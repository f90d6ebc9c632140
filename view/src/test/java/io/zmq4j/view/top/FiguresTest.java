package io.zmq4j.view.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.view.Rates;
import io.zmq4j.view.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.04, 0.0",
        "0.5, 0.5",
        "7, 7.0",
        "9.94, 9.9",
        "9.95, 10",
        "999.4, 999",
        "999.5, 1.0k",
        "1234, 1.2k",
        "640000, 640k",
        "24e6, 24M",
        "1e21, 1000E"
    })
    void aRateHasTwoOrThreeDigits(double rate, String text) {
        assertThat(Figures.rate(rate)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "999, 999", "1000, 1.0k", "1152921504606846976, 1.2E"})
    void aNumberOfThingsIsWhole(long number, String text) {
        assertThat(Figures.number(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "250, 0.3 s",
        "999, 1.0 s",
        "1000, 1 s",
        "59999, 59 s",
        "60000, 1 min",
        "3599000, 59 min",
        "3600000, 1 h",
        "3720000, 1 h 2 min",
        "86400000, 1 d",
        "100800000, 1 d 4 h"
    })
    void aDurationHasTheUnitsThatMatter(long millis, String text) {
        assertThat(Figures.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    private static List<Sample> samples(double... rates) {
        return DoubleStream.of(rates)
                .mapToObj(rate -> new Sample(Instant.EPOCH, new Rates(0, 0, rate, 0, 0), 0, 0, 0))
                .toList();
    }

    private static String sparkline(int width, double... rates) {
        return Figures.sparkline(samples(rates), sample -> sample.rates().messagesOut(), width);
    }

    @Test
    void aSparklineHasABarForEachSample() {
        assertThat(sparkline(10, 0, 1, 2, 3, 4, 5, 6, 7, 8)).isEqualTo("▁▂▃▄▅▆▇██");
    }

    @Test
    void aSparklineHasTheLastSamplesByTheHighestOfThem() {
        assertThat(sparkline(3, 1000, 1, 2, 4)).isEqualTo("▃▅█");
    }

    @Test
    void whereNothingPassesThereIsNoSparkline() {
        assertThat(sparkline(10, 0, 0)).isEmpty();
        assertThat(sparkline(10)).isEmpty();
        assertThat(sparkline(0, 1, 2)).isEmpty();
    }

    @Test
    void oneIsNotSeveral() {
        assertThat(Figures.count(1, "peer")).isEqualTo("1 peer");
        assertThat(Figures.count(0, "peer")).isEqualTo("0 peers");
    }
}
