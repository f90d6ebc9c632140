package io.zmq4j.interop.shortage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Uses up direct memory. */
final class DirectShortage implements Shortage {
    private static final int LARGEST = 1 << 20;
    private static final int SMALLEST = 1024;
    private static final int PROBE = 64 * 1024;

    private final @Nullable ByteBuffer[] hoard = new ByteBuffer[10_000];
    private int count;

    @Override
    public void make() {
        for (int size = LARGEST; size >= SMALLEST; size /= 8) {
            try {
                while (count < hoard.length) {
                    hoard[count] = ByteBuffer.allocateDirect(size);
                    count++;
                }
            } catch (OutOfMemoryError e) {
                // Full for this size.
            }
        }
    }

    /** Direct memory comes back when the collector has seen that it is not used. */
    @Override
    public void release() throws InterruptedException {
        Arrays.fill(hoard, 0, count, null);
        count = 0;
        while (true) {
            System.gc();
            try {
                ByteBuffer.allocateDirect(PROBE);
                return;
            } catch (OutOfMemoryError e) {
                Thread.sleep(1);
            }
        }
    }
}
