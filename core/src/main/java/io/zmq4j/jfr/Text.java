package io.zmq4j.jfr;

/** Texts that a recording can bear many of: some of them a peer has written. */
final class Text {
    private static final int MOST = 200;

    private Text() {}

    static String brief(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }
}
