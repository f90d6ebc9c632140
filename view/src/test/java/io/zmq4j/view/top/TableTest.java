package io.zmq4j.view.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.view.top.Table.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table<String> TABLE = new Table<>(List.of(
            Column.text("WORD", 1, 6, word -> word),
            Column.number("LENGTH", 0, word -> String.valueOf(word.length())),
            Column.text("BACK", 2, 4, word -> new StringBuilder(word).reverse().toString())));

    private static final List<String> WORDS = List.of("identity", "frame");

    @Test
    void whereThereIsRoomEveryColumnHasItsWidth() {
        assertThat(TABLE.lines(WORDS, 80))
                .containsExactly("WORD      LENGTH  BACK", "identity       8  ytitnedi", "frame          5  emarf");
    }

    @Test
    void whereThereIsLessTheCellsAreCut() {
        assertThat(TABLE.lines(WORDS, 23))
                .containsExactly("WORD      LENGTH  BACK", "identity       8  ytit…", "frame          5  emarf");
        assertThat(TABLE.lines(WORDS, 20))
                .containsExactly("WORD    LENGTH  BACK", "ident…       8  yti…", "frame        5  ema…");
    }

    @Test
    void whereThereIsStillLessColumnsAreLeftOutByRank() {
        assertThat(TABLE.lines(WORDS, 16)).containsExactly("WORD      LENGTH", "identity       8", "frame          5");
        assertThat(TABLE.lines(WORDS, 10)).containsExactly("LENGTH", "     8", "     5");
        assertThat(TABLE.lines(WORDS, 1)).containsExactly("LENGTH", "     8", "     5");
    }

    @Test
    void withoutRowsThereIsTheHeading() {
        assertThat(TABLE.lines(List.of(), 80)).containsExactly("WORD  LENGTH  BACK");
    }
}
