package io.zmq4j.view.top;

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

    /** No wider than this. */
    Line cut(int width) {
        return new Line(Width.cut(text, width), style);
    }
}
