package io.zmq4j.queue;

import org.jspecify.annotations.Nullable;

/**
 * The two sides' fields of a {@link SpscQueue}, each on cache lines of its own: a line that one core writes and another
 * reads travels between them for every message.
 *
 * <pre>
 *   | header, PaddingBefore | Producer | PaddingBetween | Consumer | Padded |
 *                  64 bytes              128 bytes                  64 bytes
 * </pre>
 *
 * <p>128 bytes, because processors fetch lines in pairs. Towards the objects before and behind it a line will do: mostly they
 * are queues as well, with a line of their own, and there are two for each of ten thousand idle peers.
 *
 * <p>A chain of classes, because a virtual machine orders the fields within a class as it likes, but never moves them
 * before a superclass's. They are in the queue itself and not in an object for each side: after the memory fence of
 * taking a lock every load on the way to a message counts.
 */
@SuppressWarnings("unused")
abstract class SpscSides {
    private SpscSides() {}

    /** The int fills the gap behind the header, where a later class's field would be put otherwise. */
    abstract static class PaddingBefore extends SpscSides {
        private int b0;
        private long b1, b2, b3, b4, b5, b6, b7, b8;
    }

    abstract static class Producer extends PaddingBefore {
        @Nullable
        Object[] producerArray;

        int producerSlot;
        /** Elements put so far. */
        long produced;
        /** What these weigh together. */
        long producedWeight;
        /** The producer's last look at {@code consumed}. */
        long consumedSeen;

        Producer(@Nullable Object[] first) {
            producerArray = first;
        }
    }

    abstract static class PaddingBetween extends Producer {
        private long m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16;

        PaddingBetween(@Nullable Object[] first) {
            super(first);
        }
    }

    abstract static class Consumer extends PaddingBetween {
        @Nullable
        Object[] consumerArray;

        int consumerSlot;
        /** The slots from here to {@code consumerSlot} still hold what was taken from them. */
        int firstKept;
        /** Elements taken so far. */
        long consumed;
        /** What these weigh together. */
        long consumedWeight;

        Consumer(@Nullable Object[] first) {
            super(first);
            consumerArray = first;
        }
    }

    abstract static class Padded extends Consumer {
        private long a1, a2, a3, a4, a5, a6, a7, a8;

        Padded(@Nullable Object[] first) {
            super(first);
        }
    }
}
