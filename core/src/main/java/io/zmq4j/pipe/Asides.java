package io.zmq4j.pipe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How many of a queue's elements are no messages. Made by the producer before the first of them is put, and so there for the
 * consumer who takes it; each count is written by one side, and may be looked at by any thread.
 */
final class Asides {
    private static final VarHandle PUT;
    private static final VarHandle TAKEN;

    static {
        try {
            var lookup = MethodHandles.lookup();
            PUT = lookup.findVarHandle(Asides.class, "put", long.class);
            TAKEN = lookup.findVarHandle(Asides.class, "taken", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long put;
    private long taken;

    /** Producer: before the element is put, so that a thread that looks on rather misses a message than sees one too many. */
    void onPut() {
        PUT.setOpaque(this, put + 1);
    }

    /** Consumer: after the element was taken. */
    void onTaken() {
        TAKEN.setOpaque(this, taken + 1);
    }

    long put() {
        return (long) PUT.getOpaque(this);
    }

    long taken() {
        return (long) TAKEN.getOpaque(this);
    }
}
