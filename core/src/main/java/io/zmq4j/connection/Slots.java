package io.zmq4j.connection;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Things that lie ready for a thread that needs one, a fixed number at most. Safe for any thread; no lock, no allocation, and
 * threads begin their search in different places, so that each mostly finds what it gave back itself.
 */
final class Slots<T> {
    private final AtomicReferenceArray<@Nullable T> slots;
    private final int mask;

    /** {@code size} is a power of two. */
    Slots(int size) {
        slots = new AtomicReferenceArray<>(size);
        mask = size - 1;
    }

    /** Takes one, or null if there is none. */
    @Nullable
    T take() {
        int start = start();
        for (int i = 0; i <= mask; i++) {
            int slot = (start + i) & mask;
            T there = slots.getPlain(slot);
            if (there != null) {
                there = slots.getAndSet(slot, null);
                if (there != null) {
                    return there;
                }
            }
        }
        return null;
    }

    /** Puts one there; false if there is no room, and then it is forgotten. */
    boolean give(T thing) {
        int start = start();
        for (int i = 0; i <= mask; i++) {
            int slot = (start + i) & mask;
            if (slots.getPlain(slot) == null && slots.compareAndSet(slot, null, thing)) {
                return true;
            }
        }
        return false;
    }

    private int start() {
        return (int) Thread.currentThread().getId();
    }
}
