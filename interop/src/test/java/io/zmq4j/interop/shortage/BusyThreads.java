package io.zmq4j.interop.shortage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which threads of this JVM use the processor from now on. */
final class BusyThreads {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LITTLE_NANOS = 5_000_000;
    private static final int MOST = 5;

    private final Map<Thread, Long> before = new HashMap<>();

    BusyThreads() {
        Thread.getAllStackTraces().keySet().forEach(each -> before.put(each, THREADS.getThreadCpuTime(each.getId())));
    }

    private long used(Thread thread) {
        return THREADS.getThreadCpuTime(thread.getId()) - before.getOrDefault(thread, 0L);
    }

    /** The busiest, with the milliseconds they used and where they are. */
    @Override
    public String toString() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> used(each) > LITTLE_NANOS)
                .sorted(Comparator.comparing(each -> -used(each)))
                .limit(MOST)
                .map(each -> used(each) / 1_000_000 + " ms " + Stacks.of(each))
                .collect(Collectors.joining("; "));
    }
}
