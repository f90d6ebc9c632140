package io.zmq4j.options;

/** What a caller gave, at a length that a message can bear. */
final class Shown {
    private static final int LONGEST = 100;

    private Shown() {}

    static String text(String given) {
        return given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
    }
}
