package io.zmq4j.socket;

import io.zmq4j.transport.spi.LinkTransport;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The transports that other modules brought along. Looked up once, by the loader of this module's classes. */
final class LinkTransports {
    private static final List<LinkTransport> ALL =
            ServiceLoader.load(LinkTransport.class, LinkTransport.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    /** Where to look for what is not there. */
    private static final Map<String, String> MODULES = Map.of(
            "epgm", "multicast",
            "pgm", "multicast",
            "dns+tcp", "discovery",
            "srv+tcp", "discovery",
            "file", "discovery",
            "gossip+tcp", "discovery");

    private LinkTransports() {}

    /** The transport of this scheme, or null. */
    static @Nullable LinkTransport of(String scheme) {
        return ALL.stream()
                .filter(transport -> transport.schemes().contains(scheme))
                .findFirst()
                .orElse(null);
    }

    /** What is wrong with a scheme that nobody has. */
    static String problem(String scheme) {
        String module = MODULES.get(scheme);
        return module == null
                ? "unknown transport " + scheme
                : scheme + ":// needs the module io.zmq4j." + module + " (Maven: io.zmq4j:" + module
                        + ") and it is not there";
    }

    /** Every scheme that is there, in order. */
    static List<String> schemes() {
        return ALL.stream()
                .flatMap(transport -> transport.schemes().stream())
                .sorted()
                .toList();
    }
}
