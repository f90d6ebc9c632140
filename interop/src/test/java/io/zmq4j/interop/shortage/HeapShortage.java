package io.zmq4j.interop.shortage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fills the heap, to the last few bytes. */
final class HeapShortage implements Shortage {
    private static final int LARGEST = 1 << 20;
    private static final int SMALLEST = 32;
    /** Each size that does not fit any more costs a collection. */
    private static final int STEP = 8;

    private static final int MOST_IN_A_ROW = 20_000;

    private final byte @Nullable [][] hoard = new byte[1_000_000][];
    private int count;

    @Override
    public void make() {
        int left = MOST_IN_A_ROW;
        for (int size = LARGEST; size >= SMALLEST; size /= STEP) {
            try {
                while (left-- > 0 && count < hoard.length) {
                    hoard[count] = new byte[size];
                    count++;
                }
            } catch (OutOfMemoryError e) {
                // Full for this size.
            }
        }
    }

    @Override
    public void release() {
        Arrays.fill(hoard, 0, count, null);
        count = 0;
    }
}
