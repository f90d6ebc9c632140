package io.zmq4j.demo;

import java.io.PrintStream;

/** All that the actors say, as they say it. */
final class Conversation implements Programme {
    private final Console console;

    Conversation(PrintStream out) {
        console = new Console(out);
    }

    @Override
    public Console begins(Scenario scenario) {
        return console;
    }

    @Override
    public void ends(Outcome outcome) {
        // The director has told it.
    }
}
