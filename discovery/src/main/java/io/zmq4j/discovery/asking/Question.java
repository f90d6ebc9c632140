package io.zmq4j.discovery.asking;

import java.io.IOException;

/** Who is there? Belongs to the thread that asks. */
@FunctionalInterface
public interface Question {
    /**
     * Asks; blocks for seconds at most, and ends early if the thread is interrupted.
     *
     * @throws IOException if there was no answer, with the reason in words: nothing is known about who is there
     */
    Answer ask() throws IOException;
}
