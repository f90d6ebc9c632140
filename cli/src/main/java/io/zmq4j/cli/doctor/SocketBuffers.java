package io.zmq4j.cli.doctor;

import java.util.OptionalLong;

/** What the kernel cuts SNDBUF and RCVBUF to. */
record SocketBuffers(KernelFiles files) implements Check {
    private static final String NAME = "buffers";

    /** What Linux starts with. */
    private static final long USUAL = 212_992;

    @Override
    public Finding look() {
        OptionalLong receive = files.number("/proc/sys/net/core/rmem_max");
        OptionalLong send = files.number("/proc/sys/net/core/wmem_max");
        if (receive.isEmpty() || send.isEmpty()) {
            return Finding.unknown(NAME);
        }
        String says = "SNDBUF counts up to " + send.getAsLong() + " bytes, RCVBUF up to " + receive.getAsLong()
                + "; where they are not set, tcp has buffers that grow by themselves";
        return Math.min(send.getAsLong(), receive.getAsLong()) >= USUAL
                ? Finding.ok(NAME, says)
                : Finding.warn(
                        NAME,
                        says + "; this is less than Linux starts with, and ipc and multicast are slow with it",
                        "sysctl -w net.core.wmem_max=1048576 net.core.rmem_max=1048576");
    }
}
