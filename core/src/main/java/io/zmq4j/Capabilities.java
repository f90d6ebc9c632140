package io.zmq4j;

import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.ContextCore;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What there is, with the modules that are there: transports, directories and mechanisms, under the names by which an endpoint begins
 * and an option asks for them.
 *
 * <pre>{@code
 * String endpoint = Capabilities.has("epgm") ? "epgm://eth0;239.192.1.1:5555" : "tcp://10.0.0.7:5555";
 * }</pre>
 */
public final class Capabilities {
    private static final SortedSet<String> ALL = Collections.unmodifiableSortedSet(lookUp());

    private Capabilities() {}

    private static SortedSet<String> lookUp() {
        SortedSet<String> all = new TreeSet<>(ContextCore.schemes());
        SocketOptions.mechanisms().forEach(mechanism -> all.add(mechanism.toLowerCase(Locale.ROOT)));
        return all;
    }

    /** Whether there is something of this name, in any case, such as {@code "curve"}: libzmq's {@code zmq_has}. */
    public static boolean has(String name) {
        return ALL.contains(Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT));
    }

    /** All of them in the order of their names, lower case; unmodifiable. */
    public static SortedSet<String> all() {
        return ALL;
    }
}
