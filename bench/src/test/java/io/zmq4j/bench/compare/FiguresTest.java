package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void aLineOfANameAndANumberIsAFigureOfItsRole() {
        var figures = Figures.parse(Map.of("local_thr", "B/msg 41.5\nmsg/s 1234567\n", "remote_thr", "B/msg 32\n"));

        assertThat(figures.values())
                .containsOnly(
                        Map.entry("local_thr B/msg", 41.5),
                        Map.entry("local_thr msg/s", 1_234_567.0),
                        Map.entry("remote_thr B/msg", 32.0));
    }

    @Test
    void otherLinesAreTalk() {
        var output = "warming up\nmsg/s NaN\nmsg/s 1,234\n us 3\nus 4 5\n";

        assertThat(Figures.parse(Map.of("local_lat", output)).values()).isEmpty();
    }
}
