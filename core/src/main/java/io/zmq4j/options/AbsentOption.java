package io.zmq4j.options;

import java.util.Objects;

/**
 * An option of libzmq that is none here.
 *
 * @param name libzmq's name without its ZMQ_
 * @param number libzmq's number
 * @param instead what to do instead, or why there is no such thing; without a full stop
 */
public record AbsentOption(String name, int number, String instead) {
    public AbsentOption {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(instead, "instead");
    }

    /** A sentence. */
    @Override
    public String toString() {
        return name + " (" + number + ") of libzmq is no option here: " + instead;
    }
}
