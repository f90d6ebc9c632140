package io.zmq4j.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiterTest {
    /** A selector takes 0 for ever, and what is rounded down to it would not wait at all. */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "999_999, 1",
        "1_000_000, 1",
        "1_000_001, 2",
        "9223372036854775806, 9223372036855",
        "9223372036854775807, 0"
    })
    void aSelectorsWaitIsRoundedUp(String nanos, long millis) {
        assertThat(Waiter.selectorMillis(Long.parseLong(nanos.replace("_", ""))))
                .isEqualTo(millis);
    }
}
