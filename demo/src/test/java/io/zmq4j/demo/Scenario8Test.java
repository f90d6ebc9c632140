package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class Scenario8Test {
    @Test
    void lostTasksAreCountedAndNamed() {
        assertThat(Scenario8.ranges(List.of())).isEqualTo("none");
        assertThat(Scenario8.ranges(List.of(400))).isEqualTo("1: 400");
        assertThat(Scenario8.ranges(List.of(300, 303, 306))).isEqualTo("3: 300, 303, 306");
        assertThat(Scenario8.ranges(List.of(7, 8, 9, 20, 998, 999))).isEqualTo("6: 7 to 9, 20, 998 to 999");
    }
}
