package io.zmq4j.options;

import io.zmq4j.zmtp.SocketType;

/** The values of one socket's options. Safe for any thread: every set makes a new snapshot. */
public final class OptionValues {
    public OptionValues(SocketType type) {}

    /** The value now. */
    public <T> T get(SocketOption<T> option) {
        throw new UnsupportedOperationException();
    }

    /** Checks and sets; the message of the error names the option, the value and what is allowed. */
    public <T> void set(SocketOption<T> option, T value) {
        throw new UnsupportedOperationException();
    }

    /** These values as they are now, for an endpoint that keeps them; later sets do not change it. */
    public OptionValues snapshot() {
        throw new UnsupportedOperationException();
    }
}
