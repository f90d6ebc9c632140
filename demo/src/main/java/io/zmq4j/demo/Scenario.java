package io.zmq4j.demo;

/** A story with programs as actors. Played by one thread, at most once per {@link Stage}. */
interface Scenario {
    /** Such as S8. */
    String name();

    /** What must be seen, in a line. */
    String expectation();

    /**
     * Plays it.
     *
     * @return what was seen, in a line
     * @throws NotSeenException as soon as something that must be seen was not
     */
    String play(Stage stage);
}
