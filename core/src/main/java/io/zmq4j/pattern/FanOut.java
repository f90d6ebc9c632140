package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The same message to each of a list of pipes (RFC 29); libzmq's {@code dist}. */
final class FanOut {
    private final DropCounters drops;
    private @Nullable Pipe[] pipes = new Pipe[4];
    private int size;

    FanOut(DropCounters drops) {
        this.drops = drops;
    }

    void add(Pipe pipe) {
        if (size == pipes.length) {
            pipes = Arrays.copyOf(pipes, 2 * size);
        }
        // Mostly it is there since the last message: a store into an old object would cost a memory fence.
        if (pipes[size] != pipe) {
            pipes[size] = pipe;
        }
        size++;
    }

    void remove(Pipe pipe) {
        for (int i = 0; i < size; i++) {
            if (pipes[i] == pipe) {
                pipes[i] = pipes[--size];
                pipes[size] = null;
                return;
            }
        }
    }

    /** The list is empty, but may still refer to the pipes that were in it: those of the next message are mostly the same. */
    void restart() {
        size = 0;
    }

    /** The list is empty, and refers to none of the pipes. */
    void clear() {
        Arrays.fill(pipes, null);
        size = 0;
    }

    boolean hasRoom() {
        for (int i = 0; i < size; i++) {
            if (!pipe(i).canWrite()) {
                return false;
            }
        }
        return true;
    }

    /** A peer whose queue is full does not get the message (RFC 29: SHALL silently drop, SHALL NOT block). */
    void send(Message message) {
        for (int i = 0; i < size; i++) {
            if (!pipe(i).tryWrite(message)) {
                drops.add(DropReason.QUEUE_FULL, 1);
            }
        }
    }

    @SuppressWarnings("NullAway") // every index below size holds a pipe
    private Pipe pipe(int index) {
        return pipes[index];
    }
}
