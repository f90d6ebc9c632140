package io.zmq4j.discovery;

import io.zmq4j.discovery.dns.DnsQuery;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.transport.spi.DirectoryProvider;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directories that have a text:
 *
 * <pre>
 *   dns+tcp://NAME:PORT       each A record of a name, and each AAAA record if IPV6 is set
 *   srv+tcp://NAME            each target of its SRV records
 *   file://PATH               each line of a file
 *   gossip+tcp://HOST:PORT,HOST:PORT/SERVICE
 *                             each who offers a service, by gossip with these seeds
 * </pre>
 *
 * <p>Behind it {@code ?every=5s}, and {@code server=ADDRESS:PORT} for a name server other than this machine's.
 */
public final class StandardDirectories implements DirectoryProvider {
    private static final Duration DNS_PERIOD = Duration.ofSeconds(5);
    private static final Duration FILE_PERIOD = Duration.ofSeconds(1);
    private static final Duration GOSSIP_INTERVAL = Duration.ofSeconds(1);
    private static final String NAME = "a name, of letters A to Z, digits, dot, hyphen, underscore";

    /** For the service loader. */
    public StandardDirectories() {}

    @Override
    public Set<String> schemes() {
        return Set.of("dns+tcp", "srv+tcp", "file", "gossip+tcp");
    }

    @Override
    public Directory parse(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        return switch (endpoint.substring(0, Math.max(0, endpoint.indexOf("://")))) {
            case "dns+tcp" -> dns(DirectoryText.of(endpoint, Set.of("every", "server")));
            case "srv+tcp" -> srv(DirectoryText.of(endpoint, Set.of("every", "server")));
            case "gossip+tcp" -> gossip(DirectoryText.of(endpoint, Set.of("every")));
            default -> file(DirectoryText.of(endpoint, Set.of("every")));
        };
    }

    private static Directory dns(DirectoryText text) {
        int colon = text.where().lastIndexOf(':');
        if (colon < 0) {
            throw text.wrong("no port", "dns+tcp://NAME:PORT");
        }
        String name = name(text, text.where().substring(0, colon));
        int port = text.port(text.where().substring(colon + 1));
        InetSocketAddress server = text.server();
        return new AskedDirectory(
                text.whole(),
                text.period(DNS_PERIOD),
                options -> DnsQuery.addresses(name, port, options.get(SocketOptions.IPV6), server));
    }

    private static Directory srv(DirectoryText text) {
        String name = name(text, text.where());
        @Nullable InetSocketAddress server = text.server();
        return new AskedDirectory(
                text.whole(),
                text.period(DNS_PERIOD),
                options -> DnsQuery.service(name, options.get(SocketOptions.IPV6), server));
    }

    private static String name(DirectoryText text, String name) {
        if (!DnsQuery.isName(name)) {
            throw text.wrong("\"" + name + "\"", NAME + "; an address needs no look-up: tcp://ADDRESS:PORT");
        }
        return name;
    }

    private static Directory file(DirectoryText text) {
        try {
            Path path = Path.of(text.where());
            return new AskedDirectory(text.whole(), text.period(FILE_PERIOD), options -> new FileQuestion(path));
        } catch (InvalidPathException e) {
            throw text.wrong(String.valueOf(e.getMessage()), "a path, such as file:///etc/workers");
        }
    }

    private static Directory gossip(DirectoryText text) {
        int slash = text.where().indexOf('/');
        String service = text.where().substring(slash + 1);
        if (slash < 1 || service.isEmpty() || service.length() > 100) {
            throw text.wrong(
                    "no seed, or no service of 1 to 100 characters", "gossip+tcp://HOST:PORT,HOST:PORT/SERVICE");
        }
        List<String> seeds = new ArrayList<>();
        for (String seed : text.where().substring(0, slash).split(",", -1)) {
            int colon = seed.lastIndexOf(':');
            if (colon < 1) {
                throw text.wrong("seed \"" + seed + "\"", "HOST:PORT, others behind a comma");
            }
            text.port(seed.substring(colon + 1));
            seeds.add("tcp://" + seed);
        }
        return new GossipDirectory(
                text.whole(), seeds, service, text.period(GOSSIP_INTERVAL).length());
    }
}
