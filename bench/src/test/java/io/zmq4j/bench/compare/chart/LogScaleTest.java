package io.zmq4j.bench.compare.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LogScaleTest {
    @Test
    void itReachesFromTheTickBelowToTheTickAbove() {
        var scale = LogScale.covering(DoubleStream.of(30, 170), 10);

        assertThat(scale.min()).isCloseTo(20, within(1e-9));
        assertThat(scale.max()).isCloseTo(200, within(1e-9));
        assertThat(scale.ticks()).hasSize(4);
    }

    @Test
    void aWideOneHasTicksAtPowersOnly() {
        var scale = LogScale.covering(DoubleStream.of(1, 1_000_000), 10);

        assertThat(scale.ticks()).hasSize(7).first().isEqualTo(1.0);
        assertThat(scale.ticks().get(6)).isCloseTo(1_000_000, within(1e-3));
    }

    @Test
    void sizesHaveTicksAtPowersOfFour() {
        assertThat(LogScale.covering(DoubleStream.of(1, 1 << 20), 4).ticks()).hasSize(11);
    }

    @Test
    void equalRatiosAreEquallyFarApart() {
        var scale = LogScale.covering(DoubleStream.of(1, 100), 10);

        assertThat(scale.position(1)).isZero();
        assertThat(scale.position(10)).isCloseTo(0.5, within(1e-9));
        assertThat(scale.position(100)).isCloseTo(1, within(1e-9));
    }

    @Test
    void oneValueHasRoomAroundIt() {
        var scale = LogScale.covering(DoubleStream.of(5), 10);

        assertThat(scale.position(5)).isFinite();
        assertThat(scale.max()).isGreaterThan(scale.min());
    }

    @Test
    void whatHasNoLogarithmIsRefused() {
        assertThatThrownBy(() -> LogScale.covering(DoubleStream.of(0, 1), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogScale.covering(DoubleStream.empty(), 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
