package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoresTest {
    @Test
    void theKernelsListIsOfNumbersAndRanges() {
        assertThat(Cores.parse("\t0-2,5,8-9\n")).containsExactly(0, 1, 2, 5, 8, 9);
    }

    @Test
    void theSecondIsNoHardwareThreadOfTheFirst() {
        assertThat(Cores.choose(List.of(0, 1, 2, 3), Set.of(0, 1))).isEqualTo(new Cores(0, 2));
    }

    @Test
    void aHardwareThreadOfTheFirstIsBetterThanNone() {
        assertThat(Cores.choose(List.of(4, 5), Set.of(4, 5))).isEqualTo(new Cores(4, 5));
    }

    @Test
    void oneCoreIsNotTwo() {
        assertThat(Cores.choose(List.of(3), Set.of()).areTwo()).isFalse();
        assertThat(Cores.choose(List.of(3, 7), Set.of()).areTwo()).isTrue();
    }

    @Test
    void aPlacementGivesEachEndItsCore() {
        var cores = new Cores(2, 6);
        assertThat(Placement.ANYWHERE.cores(cores, 0, 2)).isEmpty();
        assertThat(Placement.ONE_CORE.cores(cores, 1, 2)).isEqualTo("2");
        assertThat(Placement.CORE_EACH.cores(cores, 0, 2)).isEqualTo("2");
        assertThat(Placement.CORE_EACH.cores(cores, 1, 2)).isEqualTo("6");
    }

    @Test
    void aProcessWithBothEndsHasBothCores() {
        assertThat(Placement.CORE_EACH.cores(new Cores(2, 6), 0, 1)).isEqualTo("2,6");
    }
}
