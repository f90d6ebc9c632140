package io.zmq4j.jeromq;

import io.zmq4j.Socket;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQException;
import zmq.Msg;
import zmq.Options;
import zmq.ZError;

/**
 * An option that JeroMQ has and zmq4j has not, where to leave it out in silence would do harm: it can be set to nothing alone.
 *
 * @param what it would bring, and what to do instead
 */
record MissingRow(int number, String what) implements OptionRow {
    @Override
    public @Nullable Object get(Options kept, @Nullable Socket socket) {
        return null;
    }

    @Override
    public boolean set(Options kept, @Nullable Socket socket, @Nullable Object value) {
        if (isNothing(value)) {
            return true;
        }
        throw new ZMQException("Option " + number + " cannot be set: zmq4j has no " + what, ZError.ENOTSUP);
    }

    private boolean isNothing(@Nullable Object value) {
        if (value == null || Boolean.FALSE.equals(value) || Integer.valueOf(0).equals(value)) {
            return true;
        }
        return (value instanceof Msg msg && msg.size() == 0)
                || (value instanceof byte[] bytes && bytes.length == 0)
                || (value instanceof String text && text.isEmpty());
    }
}
