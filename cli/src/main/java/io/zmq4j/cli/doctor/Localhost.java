package io.zmq4j.cli.doctor;

import io.zmq4j.cli.names.NameService;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What localhost stands for, in both families. */
record Localhost(NameService names, Duration patience) implements Check {
    private static final String NAME = "localhost";
    private static final String TODO = "have the lines '127.0.0.1 localhost' and '::1 localhost' in /etc/hosts";

    @Override
    public Finding look() {
        List<InetAddress> addresses = names.addressesOf(NAME, patience).orElse(List.of());
        if (addresses.isEmpty()) {
            return Finding.broken(NAME, "does not resolve: tcp://localhost:PORT reaches nobody", TODO);
        }
        String list = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        if (!addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return Finding.broken(NAME, "is " + list + ", which is not this machine's loopback alone", TODO);
        }
        boolean hasV4 = addresses.stream().anyMatch(address -> !(address instanceof Inet6Address));
        return hasV4
                ? Finding.ok(NAME, "is " + list)
                : Finding.warn(
                        NAME, "is " + list + " alone, and a server at tcp://127.0.0.1 is not reached by it", TODO);
    }
}
