package io.zmq4j.bench.role;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

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

    /** What an array of this length takes. */
    static long ofArray(int length) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        var array = new byte[length];
        try {
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        } finally {
            // Else the compiler would be free to leave it out.
            Reference.reachabilityFence(array);
        }
    }
}
