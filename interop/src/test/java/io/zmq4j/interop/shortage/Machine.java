package io.zmq4j.interop.shortage;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This process and its machine, as Linux tells it. */
final class Machine {
    private static final File DESCRIPTORS = new File("/proc/self/fd");
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Machine() {}

    static int descriptors() {
        String[] names = DESCRIPTORS.list();
        return names == null ? 0 : names.length;
    }

    /** What the descriptors are. */
    static List<String> descriptorNames() {
        List<String> names = new ArrayList<>();
        File[] links = DESCRIPTORS.listFiles();
        for (File link : links == null ? new File[0] : links) {
            try {
                names.add(Files.readSymbolicLink(link.toPath()).toString());
            } catch (IOException e) {
                // It was the one that the list was read with.
            }
        }
        return names;
    }

    static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Threads of this process whose names begin like that. */
    static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }

    /** How much longer things may take here, where others work too: at least 1. */
    static double slowness() throws IOException {
        double load = Double.parseDouble(Files.readString(LOAD).split(" ")[0]);
        return Math.max(1, load / Runtime.getRuntime().availableProcessors());
    }
}
