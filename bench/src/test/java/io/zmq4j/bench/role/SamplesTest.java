package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {
    private static Samples of(long... values) {
        var samples = new Samples(values.length);
        for (long value : values) {
            samples.add(value);
        }
        return samples;
    }

    @Test
    void aPercentileIsTheSmallestSampleThatSoManyAreNotAbove() {
        var samples = of(40, 10, 30, 20);
        assertThat(samples.percentile(50)).isEqualTo(20);
        assertThat(samples.percentile(50.1)).isEqualTo(30);
        assertThat(samples.percentile(75)).isEqualTo(30);
        assertThat(samples.percentile(100)).isEqualTo(40);
    }

    @Test
    void everyPercentileOfOneSampleIsThatSample() {
        assertThat(of(7).percentile(50)).isEqualTo(7);
        assertThat(of(7).percentile(99.9)).isEqualTo(7);
    }

    @Test
    void tooManyToKeepAreRefused() {
        assertThatThrownBy(() -> new Samples(1L << 40)).hasMessageStartingWith("COUNT is 1099511627776");
    }
}
