package io.zmq4j.outbox;

import io.zmq4j.loop.Loop;
import java.util.function.BooleanSupplier;

/** The socket whose messages go out. Any thread. */
public interface OutboxHost {
    /** Whose caretaker comes for what was held back. */
    Loop loop();

    FlushPace pace();

    /** Runs something with the socket's lock if that is free now; gives its result, or false if the lock is taken. */
    boolean tryLocked(BooleanSupplier action);
}
