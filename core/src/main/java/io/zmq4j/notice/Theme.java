package io.zmq4j.notice;

/** What a notice is about: the loggers are {@code io.zmq4j.connection} and so on, so that each can be set by itself. */
public enum Theme {
    /** Peers that cannot be connected, accepted or talked to. */
    CONNECTION("connection"),
    /** Messages that the library threw away. */
    DROP("drop"),
    /** A close that waits for messages on their way out. */
    CLOSE("close"),
    /** Sockets and contexts that were dropped without a close. */
    LEAK("leak"),
    /** The application's own code, called by the library, that failed. */
    HANDLER("handler");

    private final System.Logger logger;

    Theme(String name) {
        logger = System.getLogger("io.zmq4j." + name);
    }

    System.Logger logger() {
        return logger;
    }
}
