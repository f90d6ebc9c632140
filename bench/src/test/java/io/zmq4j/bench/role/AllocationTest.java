package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    /** A header of 16 bytes, and objects begin at multiples of 8. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 10, 100})
    void anArrayTakesItsBytesAndAHeader(int length) {
        assertThat(Allocation.ofArray(length)).isBetween(length + 12L, length + 24L);
    }
}
