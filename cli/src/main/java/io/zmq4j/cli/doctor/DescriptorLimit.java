package io.zmq4j.cli.doctor;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many files and connections a process may have open: each connection takes one, as does each endpoint. */
record DescriptorLimit(KernelFiles files) implements Check {
    private static final String NAME = "descriptors";
    private static final Pattern LINE = Pattern.compile("Max open files\\s+(\\S+)\\s+(\\S+)");
    private static final long ENOUGH = 4096;
    private static final long TOO_FEW = 64;

    @Override
    public Finding look() {
        Matcher line = LINE.matcher(files.read("/proc/self/limits").orElse(""));
        if (!line.find()) {
            return Finding.unknown(NAME);
        }
        OptionalLong limit = line.group(1).matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(line.group(1)))
                : OptionalLong.empty();
        if (limit.isEmpty()) {
            return Finding.ok(NAME, line.group(1) + " may be open");
        }
        String says = limit.getAsLong() + " may be open, one for each connection";
        if (limit.getAsLong() >= ENOUGH) {
            return Finding.ok(NAME, says);
        }
        String todo =
                "ulimit -n 65536, LimitNOFILE=65536 in a systemd unit, --ulimit nofile=65536 of a container; the hard limit is "
                        + line.group(2);
        return limit.getAsLong() < TOO_FEW ? Finding.broken(NAME, says, todo) : Finding.warn(NAME, says, todo);
    }
}
