package io.zmq4j.bench.role;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What all living threads of this process have allocated on the heap, the library's own threads included. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    static long bytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            // Negative: the thread ended meanwhile.
            sum += Math.max(bytes, 0);
        }
        return sum;
    }
}
