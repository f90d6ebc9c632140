package io.zmq4j.cli.doctor;

import io.zmq4j.cli.names.NameService;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether this machine knows its own name, by which others may be told to connect to it. */
record OwnName(Optional<String> hostName, NameService names, Duration patience) implements Check {
    private static final String NAME = "own name";

    @Override
    public Finding look() {
        if (hostName.isEmpty()) {
            return Finding.unknown(NAME);
        }
        String name = hostName.get();
        Optional<List<InetAddress>> found = names.addressesOf(name, patience);
        if (found.isEmpty()) {
            return Finding.warn(
                    NAME,
                    "the name service says nothing about " + name + " within " + patience.toMillis()
                            + " ms: each connect to a name takes as long",
                    "see /etc/resolv.conf, or have the name in /etc/hosts");
        }
        List<InetAddress> addresses = found.get();
        if (addresses.isEmpty()) {
            return Finding.warn(
                    NAME,
                    name + " does not resolve: tcp://" + name + ":PORT is reached by nobody on this machine",
                    "echo '127.0.1.1 " + name + "' >> /etc/hosts");
        }
        String list = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        boolean isHereOnly = addresses.stream().allMatch(InetAddress::isLoopbackAddress);
        return Finding.ok(
                NAME,
                name + " is " + list
                        + (isHereOnly ? ": bound by this name, an endpoint is reached from here only" : ""));
    }
}
