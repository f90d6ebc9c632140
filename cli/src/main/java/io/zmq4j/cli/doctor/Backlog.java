package io.zmq4j.cli.doctor;

import java.util.OptionalLong;

/** How many connections may wait to be accepted, which the kernel cuts the option BACKLOG to. */
record Backlog(KernelFiles files) implements Check {
    private static final String NAME = "backlog";
    private static final long ENOUGH = 1024;

    @Override
    public Finding look() {
        OptionalLong most = files.number("/proc/sys/net/core/somaxconn");
        if (most.isEmpty()) {
            return Finding.unknown(NAME);
        }
        String says = "net.core.somaxconn is " + most.getAsLong() + ": BACKLOG counts up to that";
        return most.getAsLong() >= ENOUGH
                ? Finding.ok(NAME, says)
                : Finding.warn(
                        NAME,
                        says + ", and of more peers that connect at once some wait for a second or are refused",
                        "sysctl -w net.core.somaxconn=4096");
    }
}
