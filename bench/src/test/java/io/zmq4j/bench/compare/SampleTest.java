package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
        assertThat(Sample.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Sample(5, 1, 9));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Sample.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(new Sample(3, 1, 100));
    }

    @Test
    void oneFigureIsItsOwnMedian() {
        assertThat(Sample.of(List.of(7.0))).isEqualTo(new Sample(7, 7, 7));
    }

    @Test
    void noFiguresAreRefused() {
        assertThatThrownBy(() -> Sample.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
