package io.zmq4j.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertiesTest {
    @Test
    void whatPeersOfOneKindSayIsKeptOnce() {
        Map<String, String> one = Properties.copyOf(new HashMap<>(Map.of("Socket-Type", "PULL", "Identity", "")));
        Map<String, String> other = Properties.copyOf(new HashMap<>(Map.of("Socket-Type", "PULL", "Identity", "")));
        assertThat(other).isSameAs(one);
        assertThat(one.get("socket-type")).isEqualTo("PULL");
    }

    @Test
    void whatIsSaidOtherwiseIsNotTheSame() {
        Properties.copyOf(Map.of("Socket-Type", "PULL"));
        assertThat(Properties.copyOf(Map.of("socket-type", "PULL")).keySet()).containsExactly("socket-type");
        assertThat(Properties.copyOf(Map.of("Socket-Type", "PUSH"))).isEqualTo(Map.of("Socket-Type", "PUSH"));
        assertThat(Properties.copyOf(Map.of())).isEmpty();
    }

    @Test
    void aCopyDoesNotChangeWithItsOriginal() {
        var said = new HashMap<>(Map.of("Socket-Type", "PULL"));
        Map<String, String> copy = Properties.copyOf(said);
        said.put("Socket-Type", "PUSH");
        assertThat(copy).isEqualTo(Map.of("Socket-Type", "PULL"));
        assertThat(Properties.copyOf(Map.of("Socket-Type", "PULL"))).isEqualTo(copy);
    }

    @Test
    void whatIsLongIsNotKept() {
        Map<String, String> said = Map.of("X-Long", "x".repeat(1000));
        assertThat(Properties.copyOf(said)).isEqualTo(said).isNotSameAs(Properties.copyOf(said));
    }
}
