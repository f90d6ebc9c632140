package io.zmq4j.bench.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What Linux has counted for threads of this process.
 *
 * @param count of threads
 * @param wakeups their context switches: one for each time a thread slept, and those where it had to make room
 * @param cpuNanos their time on a core
 */
record Tasks(int count, long wakeups, long cpuNanos) {
    private static final Path ALL = Path.of("/proc/self/task");
    private static final Tasks NONE = new Tasks(0, 0, 0);

    /** zmq4j's own threads: the kernel has the first 15 characters of a Java thread's name. */
    static Tasks ofLibrary() {
        return of(name -> name.startsWith("zmq4j"));
    }

    static Tasks ofProcess() {
        return of(name -> true);
    }

    private static Tasks of(Predicate<String> wanted) {
        try (var directories = Files.list(ALL)) {
            return directories.map(task -> read(task, wanted)).reduce(NONE, Tasks::plus);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ALL + ", which Linux has: " + e.getMessage(), e);
        }
    }

    private static Tasks read(Path task, Predicate<String> wanted) {
        try {
            List<String> status = Files.readAllLines(task.resolve("status"));
            if (!wanted.test(field(status, "Name"))) {
                return NONE;
            }
            long switches = Long.parseLong(field(status, "voluntary_ctxt_switches"))
                    + Long.parseLong(field(status, "nonvoluntary_ctxt_switches"));
            // Time on a core, time waiting for one, time slices.
            String[] schedule = Files.readString(task.resolve("schedstat")).split(" ", -1);
            return new Tasks(1, switches, Long.parseLong(schedule[0]));
        } catch (IOException e) {
            // It ended meanwhile.
            return NONE;
        }
    }

    private static String field(List<String> status, String name) throws IOException {
        var start = name + ":";
        return status.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IOException("no " + name));
    }

    private Tasks plus(Tasks other) {
        return new Tasks(count + other.count, wakeups + other.wakeups, cpuNanos + other.cpuNanos);
    }

    Tasks since(Tasks earlier) {
        return new Tasks(count - earlier.count, wakeups - earlier.wakeups, cpuNanos - earlier.cpuNanos);
    }
}
