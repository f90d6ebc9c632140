package io.zmq4j.pattern;

import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * Outgoing messages to the available peers in turn (RFC 28, 30); libzmq's {@code lb}. A peer is available while its
 * queue is not full; one that is full loses its turn, not a message.
 */
final class RoundRobin {
    private final ActivePipes pipes = new ActivePipes();

    void add(Pipe pipe) {
        pipes.add(pipe);
    }

    void remove(Pipe pipe) {
        pipes.remove(pipe);
    }

    void writable(Pipe pipe) {
        pipes.activate(pipe);
    }

    /** The pipe that took the message, or null if no peer is available. */
    @Nullable
    Pipe trySend(Message message) {
        for (Pipe pipe; (pipe = pipes.current()) != null; pipes.deactivateCurrent()) {
            if (pipe.tryWrite(message)) {
                pipes.advance();
                return pipe;
            }
        }
        return null;
    }

    boolean canSend() {
        for (Pipe pipe; (pipe = pipes.current()) != null; pipes.deactivateCurrent()) {
            if (pipe.canWrite()) {
                return true;
            }
        }
        return false;
    }
}
