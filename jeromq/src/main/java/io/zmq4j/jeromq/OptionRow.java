package io.zmq4j.jeromq;

import io.zmq4j.Socket;
import org.jspecify.annotations.Nullable;
import zmq.Options;

/** What one number of the {@link OptionTable} does. */
interface OptionRow {
    /** The value; a {@code socket} of null stands for none. */
    @Nullable
    Object get(Options kept, @Nullable Socket socket);

    /**
     * Sets the value, for the socket first: what that refuses is not kept.
     *
     * @return false if the value is not taken
     * @throws IllegalArgumentException if it is of another kind or out of range
     */
    boolean set(Options kept, @Nullable Socket socket, @Nullable Object value);
}
