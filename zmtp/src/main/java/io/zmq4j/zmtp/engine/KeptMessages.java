package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messages of which something was handed out and that have not left whole, oldest first, each with where in the stream it ends.
 *
 * <p>Two rings of one size, so that no object is made for a message. Owned by the thread that drives the outbound half.
 */
final class KeptMessages {
    private static final int FEWEST = 16;

    /** A power of two of them. */
    private @Nullable Message[] messages = new Message[FEWEST];

    /** The positions behind their last bytes. */
    private long[] ends = new long[FEWEST];

    /** Of the oldest. */
    private int first;

    private int count;

    /** What is added next needs no memory then. */
    void makeRoom() {
        if (count == messages.length) {
            @Nullable Message[] more = Arrays.copyOf(messages, 2 * count);
            long[] moreEnds = Arrays.copyOf(ends, 2 * count);
            // What had come round from the end lies behind it now.
            System.arraycopy(messages, 0, more, count, first);
            System.arraycopy(ends, 0, moreEnds, count, first);
            Arrays.fill(more, 0, first, null);
            messages = more;
            ends = moreEnds;
        }
    }

    /** Adds one of which the end is not known yet, where there is {@linkplain #makeRoom room}. */
    void add(Message message) {
        int at = at(count);
        messages[at] = message;
        ends[at] = Long.MAX_VALUE;
        count++;
    }

    /** The one that was added last ends before this position. */
    void endsAt(long position) {
        ends[at(count - 1)] = position;
    }

    /** Lets go of those that end at or before this position. */
    void left(long total) {
        while (count > 0 && ends[first] <= total) {
            messages[first] = null;
            first = at(1);
            count--;
        }
    }

    void forEach(Consumer<Message> action) {
        for (int i = 0; i < count; i++) {
            action.accept(Objects.requireNonNull(messages[at(i)]));
        }
    }

    private int at(int index) {
        return (first + index) & (messages.length - 1);
    }
}
