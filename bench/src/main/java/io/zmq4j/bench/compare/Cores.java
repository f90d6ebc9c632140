package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Two cores to pin to, as the kernel numbers them; the same one twice if there is no second. */
record Cores(int first, int second) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    /** The first core this process may use, and the next that is not a hardware thread of the same. */
    static Cores ofThisProcess() throws IOException {
        for (var line : Files.readAllLines(STATUS)) {
            if (line.startsWith(ALLOWED)) {
                var allowed = parse(line.substring(ALLOWED.length()));
                var siblings =
                        Path.of("/sys/devices/system/cpu/cpu" + allowed.get(0) + "/topology/thread_siblings_list");
                return choose(
                        allowed, Files.isReadable(siblings) ? Set.copyOf(parse(Files.readString(siblings))) : Set.of());
            }
        }
        throw new IOException(STATUS + " has no line " + ALLOWED);
    }

    static Cores choose(List<Integer> allowed, Set<Integer> siblingsOfFirst) {
        int first = allowed.get(0);
        int second = first;
        for (int core : allowed) {
            // Better a hardware thread of the same core than no second one.
            if (core != first && (second == first || siblingsOfFirst.contains(second))) {
                second = core;
            }
        }
        return new Cores(first, second);
    }

    /** Reads the kernel's notation, such as 0-3,8. */
    static List<Integer> parse(String list) {
        var cores = new ArrayList<Integer>();
        for (var range : List.of(list.strip().split(",", -1))) {
            int dash = range.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int to = Integer.parseInt(range.substring(dash + 1));
            for (int core = from; core <= to; core++) {
                cores.add(core);
            }
        }
        return cores;
    }

    boolean areTwo() {
        return first != second;
    }
}
