package io.zmq4j.socket;

import org.jspecify.annotations.Nullable;

/**
 * Asynchronous calls in order. The calls are the list's links, so that moving one from list to list allocates nothing and
 * taking one out of the middle costs the same as taking the first. Guarded by the lock of {@link Async}.
 */
final class PendingList {
    private @Nullable Pending<?> first;
    private @Nullable Pending<?> last;
    private int count;
    private long bytes;

    boolean isEmpty() {
        return first == null;
    }

    int count() {
        return count;
    }

    /** How many bytes the calls' messages have together. */
    long bytes() {
        return bytes;
    }

    @Nullable
    Pending<?> first() {
        return first;
    }

    /** Adds a call that is in no list. */
    void add(Pending<?> call) {
        call.list = this;
        call.previous = last;
        if (last == null) {
            first = call;
        } else {
            last.next = call;
        }
        last = call;
        count++;
        bytes += call.size;
    }

    /** Takes out a call that is in this list. */
    void remove(Pending<?> call) {
        Pending<?> previous = call.previous;
        Pending<?> next = call.next;
        if (previous == null) {
            first = next;
        } else {
            previous.next = next;
        }
        if (next == null) {
            last = previous;
        } else {
            next.previous = previous;
        }
        call.list = null;
        call.previous = null;
        call.next = null;
        count--;
        bytes -= call.size;
    }

    /** Takes out the first call, or gives null. */
    @Nullable
    Pending<?> poll() {
        Pending<?> call = first;
        if (call != null) {
            remove(call);
        }
        return call;
    }
}
