package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreshTest {
    private long now;
    private int made;
    private final Fresh<Integer> fresh = new Fresh<>(() -> ++made, () -> now);

    @Test
    void aValueServesForAMoment() {
        assertThat(fresh.get()).isEqualTo(1);
        now += Duration.ofMillis(99).toNanos();
        assertThat(fresh.get()).isEqualTo(1);
        now += Duration.ofMillis(1).toNanos();
        assertThat(fresh.get()).isEqualTo(2);
    }
}
