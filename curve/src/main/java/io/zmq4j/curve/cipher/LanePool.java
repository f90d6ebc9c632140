package io.zmq4j.curve.cipher;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lanes for connections that are sealing or opening at this moment: there are as many as threads do so, and a connection at rest
 * has none. Safe for any thread, without a lock.
 */
final class LanePool {
    /** For all connections: 17 KiB each, 28 KiB after a message of 8 KiB. */
    static final LanePool SHARED = new LanePool(16);

    private final AtomicReferenceArray<@Nullable Lanes> slots;

    LanePool(int mostKept) {
        slots = new AtomicReferenceArray<>(mostKept);
    }

    Lanes take() {
        for (int i = 0; i < slots.length(); i++) {
            // A look before the exchange: an empty slot's cache line stays shared.
            if (slots.getPlain(i) != null) {
                Lanes lanes = slots.getAndSet(i, null);
                if (lanes != null) {
                    return lanes;
                }
            }
        }
        return new Lanes();
    }

    /** Gives back what was taken; what one connection has made there, another must not find. */
    void give(Lanes lanes) {
        lanes.clear();
        for (int i = 0; i < slots.length(); i++) {
            if (slots.getPlain(i) == null && slots.compareAndSet(i, null, lanes)) {
                return;
            }
        }
    }
}
