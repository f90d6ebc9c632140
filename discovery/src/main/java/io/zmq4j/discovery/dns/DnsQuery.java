package io.zmq4j.discovery.dns;

import io.zmq4j.discovery.asking.Answer;
import io.zmq4j.discovery.asking.Question;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a name: every A record, and every AAAA record if the socket takes IPv6, with one port; or every target of its SRV
 * records, with the port of each (RFC 2782, whose priorities and weights do not matter where all are connected).
 *
 * <p>One question of several that is not answered makes the look-up fail: half of an answer would disconnect the others.
 */
public final class DnsQuery implements Question {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Of one name; a message over TCP holds no more than four thousand addresses. */
    private static final int MOST_TARGETS = 256;

    private final String name;
    private final int port;
    private final boolean ipv6;
    private final @Nullable InetSocketAddress server;
    private final DnsClient client = new DnsClient(PATIENCE);

    // ---- of the look-up under way

    private @Nullable Duration validFor;

    private DnsQuery(String name, int port, boolean ipv6, @Nullable InetSocketAddress server) {
        this.name = name;
        this.port = port;
        this.ipv6 = ipv6;
        this.server = server;
    }

    /** Whether this is a name that can be asked for, and no address. */
    public static boolean isName(String text) {
        return DnsName.isName(text) && !text.matches("[0-9.]+");
    }

    /**
     * The addresses of a name.
     *
     * @param server to be asked; null for those of this machine
     */
    public static DnsQuery addresses(String name, int port, boolean ipv6, @Nullable InetSocketAddress server) {
        return new DnsQuery(name, port, ipv6, server);
    }

    /** The targets of a service. */
    public static DnsQuery service(String name, boolean ipv6, @Nullable InetSocketAddress server) {
        return new DnsQuery(name, -1, ipv6, server);
    }

    @Override
    public Answer ask() throws IOException {
        NameServers servers = server == null ? NameServers.ofThisMachine() : NameServers.only(server);
        validFor = null;
        boolean isService = port < 0;
        for (String candidate : servers.candidates(name)) {
            List<String> found = isService ? targets(servers, candidate) : addresses(servers, candidate, port);
            if (!found.isEmpty()) {
                return new Answer(found, null, validFor);
            }
        }
        String records = isService ? "SRV record" : ipv6 ? "A or AAAA record" : "A record";
        return new Answer(List.of(), "the name " + name + " has no " + records, null);
    }

    /** In order, so that the same answer is the same list. */
    private List<String> addresses(NameServers servers, String host, int atPort) throws IOException {
        var endpoints = new TreeSet<String>();
        for (DnsRecord record : records(servers, host, RecordType.A)) {
            endpoints.add("tcp://" + record.address() + ":" + atPort);
        }
        if (ipv6) {
            for (DnsRecord record : records(servers, host, RecordType.AAAA)) {
                endpoints.add("tcp://[" + record.address() + "]:" + atPort);
            }
        }
        return List.copyOf(endpoints);
    }

    private List<String> targets(NameServers servers, String service) throws IOException {
        var endpoints = new TreeSet<String>();
        List<DnsRecord> records = records(servers, service, RecordType.SRV);
        for (DnsRecord record : records.subList(0, Math.min(MOST_TARGETS, records.size()))) {
            // Without a name the service is decidedly not there.
            String target = Objects.requireNonNull(record.target());
            if (DnsName.isName(target) && record.port() > 0) {
                endpoints.addAll(addresses(servers, target, record.port()));
            }
        }
        return List.copyOf(endpoints);
    }

    private List<DnsRecord> records(NameServers servers, String host, RecordType type) throws IOException {
        List<DnsRecord> records =
                new ArrayList<>(client.ask(servers, host, type).records());
        for (DnsRecord record : records) {
            Duration ttl = Duration.ofSeconds(record.ttlSeconds());
            validFor = validFor == null || ttl.compareTo(validFor) < 0 ? ttl : validFor;
        }
        return records;
    }
}
