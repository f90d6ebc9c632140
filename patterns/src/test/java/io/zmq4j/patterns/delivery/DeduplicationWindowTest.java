package io.zmq4j.patterns.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeduplicationWindowTest {
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID BOB = new UUID(2, 2);

    private final DeduplicationWindow seen = new DeduplicationWindow(128, 2);

    @Test
    void aMessageIsNewOnce() {
        assertThat(seen.contains(ADA, 7)).isFalse();
        assertThat(seen.add(ADA, 7)).isTrue();
        assertThat(seen.contains(ADA, 7)).isTrue();
        assertThat(seen.add(ADA, 7)).isFalse();
        assertThat(seen.contains(BOB, 7)).isFalse();
    }

    @Test
    void gapsAreNew() {
        seen.add(ADA, 100);
        seen.add(ADA, 1);

        assertThat(seen.contains(ADA, 99)).isFalse();
        assertThat(seen.contains(ADA, 1)).isTrue();
        assertThat(seen.contains(ADA, 101)).isFalse();
    }

    @Test
    void whatIsTooOldIsTakenForNew() {
        seen.add(ADA, 1);
        seen.add(ADA, 129);

        assertThat(seen.contains(ADA, 1)).isFalse();
        assertThat(seen.add(ADA, 1)).isTrue();
        assertThat(seen.contains(ADA, 129)).isTrue();
    }

    @Test
    void aLeapForgetsTheRing() {
        for (long number = 1; number <= 128; number++) {
            seen.add(ADA, number);
        }
        seen.add(ADA, Long.MAX_VALUE);

        assertThat(seen.contains(ADA, Long.MAX_VALUE - 1)).isFalse();
        assertThat(seen.contains(ADA, Long.MAX_VALUE)).isTrue();
    }

    @Test
    void theSenderThatWasNotHeardOfForLongestIsForgotten() {
        seen.add(ADA, 1);
        seen.add(BOB, 1);
        seen.contains(ADA, 1);
        seen.add(new UUID(3, 3), 1);

        assertThat(seen.contains(ADA, 1)).isTrue();
        assertThat(seen.contains(BOB, 1)).isFalse();
    }

    @Test
    void itAgreesWithASet() {
        var random = new Random(7);
        var model = new HashSet<Long>();
        for (int i = 0; i < 20_000; i++) {
            long number = Math.max(1, i / 4 + random.nextInt(100) - 50);
            assertThat(seen.add(ADA, number)).isEqualTo(model.add(number));
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new DeduplicationWindow(0, 1)).hasMessageContaining("messages is 0");
        assertThatThrownBy(() -> new DeduplicationWindow(1, 0)).hasMessageContaining("senders is 0");
        assertThatThrownBy(() -> seen.add(ADA, 0)).hasMessageContaining("sequence is 0");
    }
}
