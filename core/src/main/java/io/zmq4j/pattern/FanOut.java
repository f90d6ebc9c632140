package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Run;
import io.zmq4j.outbox.RunLength;
import io.zmq4j.pipe.Pipe;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The same message to each of a list of pipes (RFC 29); libzmq's {@code dist}. While message after message goes to the same
 * pipes, and they hold them back for company, the pipes share a {@link Run}: then a message is written once for all of them.
 */
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

    /** The message before went to the first so many pipes; -1 if others have taken their places since. */
    private int sentTo = -1;

    /** What the pipes that the message before went to share now. */
    private @Nullable Run run;

    private final RunLength runLength = new RunLength();

    FanOut(DropCounters drops) {
        this.drops = drops;
    }

    void add(Pipe pipe) {
        if (size == pipes.length) {
            pipes = Arrays.copyOf(pipes, 2 * size);
        }
        // Mostly it is there since the last message: a store into an old object would cost a memory fence.
        if (pipes[size] != pipe) {
            endRun();
            pipes[size] = pipe;
            seen = Math.min(seen, size);
            sentTo = -1;
        }
        size++;
    }

    void remove(Pipe pipe) {
        endRun();
        for (int i = 0; i < size; i++) {
            if (pipes[i] == pipe) {
                pipes[i] = pipes[--size];
                pipes[size] = null;
                seen = 0;
                sentTo = -1;
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
        endRun();
        Arrays.fill(pipes, null);
        size = 0;
        seen = 0;
        sentTo = -1;
    }

    /** Something else than {@link #send} has written to a pipe, or its high-water mark has changed. */
    void lookAgain() {
        endRun();
        seen = 0;
    }

    /** Whether each pipe in the list takes a message. */
    boolean hasRoom() {
        if (room > 0 && size <= seen) {
            return true;
        }
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < size && least > 0; i++) {
            int its = pipe(i).room();
            // One that has left, of which word has not come yet, is not waited for.
            least = its == 0 && pipe(i).isGone() ? least : Math.min(least, its);
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
        if (size > 1 && size == sentTo && wroteToRun(message)) {
            return;
        }
        endRun();
        for (int i = 0; i < size; i++) {
            if (!pipe(i).tryWrite(message) && !pipe(i).isGone()) {
                drops.add(DropReason.QUEUE_FULL, 1);
            }
        }
        sentTo = size;
    }

    private boolean wroteToRun(Message message) {
        Run current = run;
        if (current == null || !current.add(message)) {
            endRun();
            current = beginRun(message);
            if (current == null) {
                return false;
            }
        }
        pipe(0).grew(current);
        if (current.isFull()) {
            endRun();
        }
        return true;
    }

    private @Nullable Run beginRun(Message message) {
        int most = runLength.next();
        for (int i = 0; i < size && most >= RunLength.LEAST; i++) {
            most = Math.min(most, pipe(i).shareable(message));
        }
        if (most < RunLength.LEAST) {
            return null;
        }
        Run begun = new Run(message, most, size);
        for (int i = 0; i < size; i++) {
            pipe(i).share(begun);
        }
        run = begun;
        return begun;
    }

    private void endRun() {
        Run ended = run;
        if (ended != null) {
            run = null;
            runLength.ended(ended);
            for (int i = 0; i < ended.pipes(); i++) {
                pipe(i).end(ended);
            }
        }
    }

    @SuppressWarnings("NullAway") // every index below size holds a pipe
    private Pipe pipe(int index) {
        return pipes[index];
    }
}
