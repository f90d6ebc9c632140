package io.zmq4j.cli.doctor;

import java.util.function.BooleanSupplier;

/** Whether there is IPv6 at all, by trying to bind its loopback address. */
record Ipv6(BooleanSupplier canBind) implements Check {
    private static final String NAME = "ipv6";

    @Override
    public Finding look() {
        return canBind.getAsBoolean()
                ? Finding.ok(NAME, "tcp://[::1] can be bound; sockets use it with the option IPV6")
                : Finding.warn(
                        NAME,
                        "is off: tcp://[…] cannot be used, nor a peer that has IPv6 alone",
                        "if it is needed: sysctl -w net.ipv6.conf.all.disable_ipv6=0, and in Docker an IPv6 network");
    }
}
