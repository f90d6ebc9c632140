package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {
    @Test
    void columnsAreAligned() {
        var table = new MarkdownTable(List.of("", "µs"));
        table.add(List.of("a|b", "1"));
        table.add(List.of("latency", "22.5"));

        assertThat(table).hasToString("""
                |         | µs   |
                |---------|------|
                | a\\|b    | 1    |
                | latency | 22.5 |
                """);
    }

    @Test
    void headingsAloneAreEmpty() {
        var table = new MarkdownTable(List.of("a"));
        assertThat(table.isEmpty()).isTrue();

        table.add(List.of("1"));
        assertThat(table.isEmpty()).isFalse();
    }

    @Test
    void aRowWithMissingCellsIsRefused() {
        var table = new MarkdownTable(List.of("a", "b"));

        assertThatThrownBy(() -> table.add(List.of("1"))).isInstanceOf(IllegalArgumentException.class);
    }
}
