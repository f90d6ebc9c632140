package io.zmq4j.bench.role;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** What is really in use: living objects on the heap, and direct buffers. */
final class Memory {
    /** One collection leaves what waits for a reference handler: cleaners of direct buffers, weak references. */
    private static final int COLLECTIONS = 3;

    private Memory() {}

    static long bytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return heap + direct();
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
