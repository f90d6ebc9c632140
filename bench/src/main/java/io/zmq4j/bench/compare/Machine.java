package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine it runs on, as Linux describes it. */
record Machine(String processor, int cores, String memory, String kernel, String load) {
    private static final Path LOAD = Path.of("/proc/loadavg");

    /** Above this, something else takes a good part of a core. */
    private static final double BUSY = 0.5;

    static Machine read() throws IOException {
        var cpu = Files.readAllLines(Path.of("/proc/cpuinfo"));
        long kibibytes = Long.parseLong(value(Files.readAllLines(Path.of("/proc/meminfo")), "MemTotal", "0 kB")
                .replaceAll("\\D", ""));
        boolean virtual = value(cpu, "flags", "").contains("hypervisor");
        return new Machine(
                value(cpu, "model name", System.getProperty("os.arch")) + (virtual ? ", virtual machine" : ""),
                Runtime.getRuntime().availableProcessors(),
                Math.round(kibibytes / 1024.0 / 1024.0) + " GiB",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                currentLoad());
    }

    /** Processes that run or want to, averaged over the last minute. */
    static String currentLoad() {
        try {
            var text = Files.readString(LOAD);
            return text.substring(0, text.indexOf(' '));
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Whether something else runs that will disturb the figures. */
    boolean isBusy() {
        return load.matches("[\\d.]+") && Double.parseDouble(load) > BUSY;
    }

    /** Of the first line {@code key : value}. */
    static String value(List<String> lines, String key, String absent) {
        for (var line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equals(key)) {
                return line.substring(colon + 1).strip();
            }
        }
        return absent;
    }
}
