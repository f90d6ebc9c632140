package io.zmq4j.view.top;

/** How a line looks, as far as the terminal can. */
enum Style {
    PLAIN("", ""),
    BOLD("\033[1m", "\033[1m"),
    /** Of a table. */
    HEADING("\033[7m", "\033[7m"),
    SELECTED("\033[1;7m", "\033[1;7m"),
    DIM("\033[2m", "\033[2m"),
    WARNING("\033[33m", ""),
    ERROR("\033[1;31m", "\033[1m");

    private static final String END = "\033[0m";

    private final String colourful;
    private final String colourless;

    Style(String colourful, String colourless) {
        this.colourful = colourful;
        this.colourless = colourless;
    }

    String paint(String text, boolean colour) {
        var begin = colour ? colourful : colourless;
        return begin.isEmpty() || text.isEmpty() ? text : begin + text + END;
    }
}
