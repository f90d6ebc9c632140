package io.zmq4j.cli.doctor;

/** How many connections one address can have to another one. */
record EphemeralPorts(KernelFiles files) implements Check {
    private static final String NAME = "ports";
    private static final long ENOUGH = 10_000;

    @Override
    public Finding look() {
        long[] range = files.numbers("/proc/sys/net/ipv4/ip_local_port_range").toArray();
        if (range.length < 2) {
            return Finding.unknown(NAME);
        }
        long count = range[1] - range[0] + 1;
        String says = count + " for outgoing connections to one address, " + range[0] + " to " + range[1]
                + "; a fixed port within may be taken when it is to be bound";
        return count >= ENOUGH
                ? Finding.ok(NAME, says)
                : Finding.warn(NAME, says, "sysctl -w net.ipv4.ip_local_port_range='32768 60999'");
    }
}
