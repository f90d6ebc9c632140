package io.zmq4j.transport;

import io.zmq4j.loop.Loop;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import java.io.IOException;
import java.time.Duration;

/** A connection that is being made. Owned by the loop's token. */
public interface Attempt {
    /** Whether the connection stands. */
    boolean isMade();

    /** Asks how it goes, after {@link Waiting#onReady}: whether the connection stands now. */
    boolean finish() throws IOException;

    /** Has it told when to ask. */
    void begin(Loop loop, Waiting waiting) throws IOException;

    /** How long it may take; zero leaves it to the system. */
    default Duration patience(OptionValues options) {
        return options.get(SocketOptions.CONNECT_TIMEOUT);
    }

    /** Whether both ends of the connection, which stands, are the same one. */
    boolean reachedItself();

    /** What goes over the connection, which stands. */
    Wire wire(Loop loop);

    /** Gives it up, and what was made of it. Throws nothing. */
    void close(Loop loop);
}
