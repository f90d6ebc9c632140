package io.zmq4j.view.top;

import java.util.List;

/**
 * A line of a screen.
 *
 * @param text without anything but characters that are printed
 * @param style of all of it
 */
record Line(String text, Style style) {
    static final Line EMPTY = plain("");

    static Line plain(String text) {
        return new Line(text, Style.PLAIN);
    }

    /** The text in one line, or in two that are broken at a blank. */
    static List<Line> wrapped(String text, Style style, int width) {
        if (Width.of(text) <= width) {
            return List.of(new Line(text, style));
        }
        var first = Width.cut(text, width);
        int blank = text.lastIndexOf(' ', first.length() - 1);
        int end = blank > 1 ? blank : Math.max(0, first.length() - 1);
        return List.of(
                new Line(text.substring(0, end), style),
                new Line("  " + text.substring(end).strip(), style).cut(width));
    }

    /** No wider than this. */
    Line cut(int width) {
        return new Line(Width.cut(text, width), style);
    }
}
