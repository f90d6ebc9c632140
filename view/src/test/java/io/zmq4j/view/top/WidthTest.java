package io.zmq4j.view.top;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidthTest {
    @Test
    void chineseTakesTwoColumnsAndAnAccentOfItsOwnNone() {
        assertThat(Width.of("abc")).isEqualTo(3);
        assertThat(Width.of("日本")).isEqualTo(4);
        assertThat(Width.of("e\u0301")).isEqualTo(1);
        assertThat(Width.of("🙂")).isEqualTo(2);
        assertThat(Width.of("▁█…")).isEqualTo(3);
    }

    @Test
    void whatIsCutEndsWithAnEllipsisAndIsNoWiderThanAllowed() {
        assertThat(Width.cut("abc", 3)).isEqualTo("abc");
        assertThat(Width.cut("abcd", 3)).isEqualTo("ab…");
        assertThat(Width.cut("日本語", 4)).isEqualTo("日…");
        assertThat(Width.cut("abc", 1)).isEqualTo("…");
        assertThat(Width.cut("abc", 0)).isEmpty();
    }

    @Test
    void cellsAreFilledByWidth() {
        assertThat(Width.padLeft("日", 4)).isEqualTo("  日");
        assertThat(Width.padRight("日", 4)).isEqualTo("日  ");
        assertThat(Width.padRight("abc", 2)).isEqualTo("abc");
    }

    @Test
    void aLongLineIsBrokenAtABlankAndTheRestIsCut() {
        assertThat(Looks.texts(Line.wrapped("one two three", Style.PLAIN, 8))).containsExactly("one two", "  three");
        assertThat(Looks.texts(Line.wrapped("one two three four", Style.PLAIN, 8)))
                .containsExactly("one two", "  three…");
        assertThat(Looks.texts(Line.wrapped("onetwothree", Style.PLAIN, 8))).containsExactly("onetwot", "  hree");
        assertThat(Looks.texts(Line.wrapped("one", Style.PLAIN, 3))).containsExactly("one");
    }
}
