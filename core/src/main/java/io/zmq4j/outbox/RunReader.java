package io.zmq4j.outbox;

import io.zmq4j.message.Message;
import io.zmq4j.queue.SpscQueue;
import io.zmq4j.zmtp.wire.ShortMessage;
import org.jspecify.annotations.Nullable;

/**
 * Where a queue's consumer is in the run that it took last. The queue counts a run as its first message; the others are
 * told to it as they are taken. Owned by the consumer.
 */
public final class RunReader {
    private final SpscQueue<?> queue;

    /** Null when it is read to its end. */
    private @Nullable Run run;

    /** Of the next message. */
    private int position;

    private int taken;

    public RunReader(SpscQueue<?> queue) {
        this.queue = queue;
    }

    /** Begins with a run; gives its first message. */
    public Message open(Run begun) {
        // Before its first message is made: if there is no memory for that, the run is still there.
        run = begun;
        position = 0;
        taken = 0;
        return take(begun, begun.state());
    }

    /** Whether what comes next is of this run: nothing else is there until it is read to its end. */
    public boolean isOpen() {
        return run != null;
    }

    /** Whether there is nothing to take now. Any thread, for which it is a hint. */
    public boolean isEmpty() {
        Run current = run;
        return current == null || position >= Run.length(current.state());
    }

    /** The next message; or null, and then look at {@link #isOpen} again. */
    public @Nullable Message poll() {
        Run current = run;
        if (current == null) {
            return null;
        }
        long state = current.state();
        if (taken < Run.count(state)) {
            Message message = take(current, state);
            if (taken > 1) {
                queue.tookMore(1);
            }
            return message;
        }
        leaveIfEnded(state);
        return null;
    }

    private Message take(Run current, long state) {
        byte[] bytes = current.bytes();
        int behind = ShortMessage.behind(bytes, position);
        Message message = ShortMessage.get(bytes, position, behind);
        queue.tookWeight(behind - position - current.headers(1));
        position = behind;
        taken++;
        leaveIfEnded(state);
        return message;
    }

    /** Takes as many messages as fit into the array from a position on; gives the position behind them. */
    public int copy(byte[] into, int at) {
        Run current = run;
        if (current == null) {
            return at;
        }
        long state = current.state();
        byte[] bytes = current.bytes();
        int end = Run.length(state);
        int count = Run.count(state) - taken;
        int room = into.length - at;
        if (end - position > room) {
            int next = ShortMessage.behind(bytes, position);
            end = position;
            for (count = 0; next - position <= room; next = ShortMessage.behind(bytes, end)) {
                end = next;
                count++;
            }
        }
        int length = end - position;
        System.arraycopy(bytes, position, into, at, length);
        position = end;
        taken += count;
        queue.tookWeight(length - current.headers(count));
        queue.tookMore(count);
        leaveIfEnded(state);
        return at + length;
    }

    private void leaveIfEnded(long state) {
        if (Run.hasEnded(state) && taken == Run.count(state)) {
            run = null;
        }
    }
}
