package io.zmq4j.loop;

import java.lang.System.Logger.Level;

/**
 * The failures that end inside the library, and how the log is told of them.
 *
 * <p>Where something fails, memory is mostly short, and then the state that the caller restores counts for more than a line
 * in a log: so {@link #log} never throws. The texts stand here because even a literal allocates when it is used for the first
 * time, and a class that cannot be initialised stays so: {@link #prepare} does both beforehand.
 */
public enum Failure {
    STEP(Level.ERROR, "a step of the I/O loop failed"),
    SELECT(Level.WARNING, "select failed"),
    CARETAKER(Level.ERROR, "the caretaker of an I/O loop failed, and goes on"),
    HELD_BACK(Level.ERROR, "what was held back could not be sent off, and is tried again"),
    PEER(Level.ERROR, "a socket failed to handle a peer, which is closed"),
    WAITER(Level.ERROR, "somebody who waits for a socket could not be woken"),
    WORK(Level.ERROR, "a connection's work failed"),
    FUTURES(Level.WARNING, "asynchronous calls could not be served, and are tried again"),
    CALLBACK(Level.WARNING, "a future's callbacks could not all be run, and the others are run now"),
    UNREAD(Level.WARNING, "a closing socket could not count what is unread"),
    AFTERMATH(Level.ERROR, "what follows from a call of a socket failed, and is left to the next call"),
    PROXY(Level.ERROR, "a proxy failed, and goes on"),
    SERVER(Level.WARNING, "a server failed to take or to answer a request, and goes on"),
    LISTENER(Level.ERROR, "an event listener failed"),
    LISTENER_INTERRUPT(Level.DEBUG, "an event listener interrupted its thread");

    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private final Level level;
    private final String text;

    Failure(Level level, String text) {
        this.level = level;
        this.text = text;
    }

    /** Makes everything that is needed when something fails. */
    static void prepare() {
        LOG.isLoggable(Level.ERROR);
    }

    /** Any thread. */
    public void log(Throwable failure) {
        try {
            LOG.log(level, text, failure);
        } catch (Throwable e) {
            // A log that fails has nobody else to be told to.
        }
    }
}
