package io.zmq4j.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecadesTest {
    @Test
    void theFirstTheTenthTheHundredthAndSoOnAreTold() {
        assertThat(LongStream.rangeClosed(0, 10_000).filter(Notices::isTold))
                .containsExactly(1L, 10L, 100L, 1_000L, 10_000L);
        assertThat(Notices.isTold(Long.MAX_VALUE)).isFalse();
    }
}
