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

    /**
     * The first {@code seen} pipes take this many more messages each, at least: found by looking at them, and true until as
     * many were sent. Meanwhile room only grows, as nobody else writes to these pipes.
     */
    private int room;

    private int seen;

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
            seen = Math.min(seen, size);
        }
        size++;
    }

    void remove(Pipe pipe) {
        for (int i = 0; i < size; i++) {
            if (pipes[i] == pipe) {
                pipes[i] = pipes[--size];
                pipes[size] = null;
                seen = 0;
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
        seen = 0;
    }

    /** Something else than {@link #send} has written to a pipe, or its high-water mark has changed. */
    void lookAgain() {
        seen = 0;
    }

    /** Whether each pipe in the list takes a message. */
    boolean hasRoom() {
        if (room > 0 && size <= seen) {
            return true;
        }
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < size && least > 0; i++) {
            least = Math.min(least, pipe(i).room());
        }
        room = least;
        seen = size;
        return least > 0;
    }

    /** A peer whose queue is full does not get the message (RFC 29: SHALL silently drop, SHALL NOT block). */
    void send(Message message) {
        if (room > 0) {
            room--;
        }
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
