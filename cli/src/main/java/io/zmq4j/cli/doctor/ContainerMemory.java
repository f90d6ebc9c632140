package io.zmq4j.cli.doctor;

import java.util.Optional;
import java.util.OptionalLong;

/** Whether the heap fits into what the container may have: what it does not, the kernel kills. */
record ContainerMemory(KernelFiles files, long heapBytes) implements Check {
    private static final String NAME = "container";
    private static final long MEBI = 1024 * 1024;

    /** What cgroup v1 says where there is no limit is close to the largest number. */
    private static final long NO_LIMIT = 1L << 60;

    /** Beside the heap there are threads, classes, and buffers. */
    private static final double MOST_FOR_HEAP = 0.85;

    @Override
    public Finding look() {
        Optional<String> limit = files.read("/sys/fs/cgroup/memory.max")
                .or(() -> files.read("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
                .map(String::trim);
        if (limit.isEmpty()) {
            return Finding.unknown(NAME);
        }
        OptionalLong bytes = limit.get().matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(limit.get()))
                : OptionalLong.empty();
        if (bytes.isEmpty() || bytes.getAsLong() >= NO_LIMIT) {
            return Finding.ok(NAME, "memory has no limit");
        }
        String says = bytes.getAsLong() / MEBI + " MiB for all, of which the heap may take " + heapBytes / MEBI;
        return heapBytes <= bytes.getAsLong() * MOST_FOR_HEAP
                ? Finding.ok(NAME, says)
                : Finding.warn(
                        NAME,
                        says + ": the kernel may kill the JVM before that is full",
                        "-XX:MaxRAMPercentage=70 in place of -Xmx, or a larger limit");
    }
}
