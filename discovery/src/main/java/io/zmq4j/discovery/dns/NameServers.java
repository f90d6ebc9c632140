package io.zmq4j.discovery.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom to ask, and what a short name may be short for, as resolv.conf says.
 *
 * @param search domains to be tried behind a name
 * @param dots a name with as many dots, or more, is tried as it is first
 */
record NameServers(List<InetSocketAddress> servers, List<String> search, int dots) {
    private static final Path FILE = Path.of("/etc/resolv.conf");
    static final int PORT = 53;
    private static final int MOST_SERVERS = 3;
    private static final int MOST_DOMAINS = 32;
    private static final int MOST_DOTS = 15;
    private static final int LARGEST_FILE = 65_536;

    /** One server, which is asked for names as they are. */
    static NameServers only(InetSocketAddress server) {
        return new NameServers(List.of(server), List.of(), 0);
    }

    /**
     * Those of this machine, at the moment.
     *
     * @throws IOException if it says nothing of any
     */
    static NameServers ofThisMachine() throws IOException {
        if (!Files.isRegularFile(FILE)) {
            throw new IOException("there is no " + FILE + " on this machine: name a server, such as ?server=10.0.0.2");
        }
        try (var in = Files.newInputStream(FILE)) {
            NameServers read = parse(new String(in.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8));
            if (read.servers.isEmpty()) {
                throw new IOException(FILE + " names no server");
            }
            return read;
        }
    }

    /** Lines of a word and what belongs to it; what is not understood is left out. */
    static NameServers parse(String text) {
        List<InetSocketAddress> servers = new ArrayList<>();
        List<String> search = List.of();
        int dots = 1;
        for (String line : text.split("\n", -1)) {
            String[] words = line.strip().split("\\s+", 0);
            switch (words[0]) {
                case "nameserver" -> add(words, servers);
                case "search", "domain" -> search = domains(words);
                case "options" -> dots = dots(words, dots);
                default -> {}
            }
        }
        return new NameServers(List.copyOf(servers), search, dots);
    }

    private static void add(String[] words, List<InetSocketAddress> servers) {
        if (words.length > 1 && servers.size() < MOST_SERVERS && words[1].matches("[0-9a-fA-F.:]+(%.*)?")) {
            try {
                servers.add(new InetSocketAddress(InetAddress.getByName(words[1]), PORT));
            } catch (UnknownHostException e) {
                // Left out.
            }
        }
    }

    private static List<String> domains(String[] words) {
        return List.of(words).stream()
                .skip(1)
                .limit(MOST_DOMAINS)
                .filter(DnsName::isName)
                .map(NameServers::withoutLastDot)
                .toList();
    }

    private static int dots(String[] words, int before) {
        int dots = before;
        for (String word : words) {
            if (word.matches("ndots:[0-9]{1,3}")) {
                dots = Math.min(MOST_DOTS, Integer.parseInt(word.substring("ndots:".length())));
            }
        }
        return dots;
    }

    /** What a name may stand for, in the order in which it is tried; with a dot in the end, for nothing but itself. */
    List<String> candidates(String name) {
        if (name.endsWith(".")) {
            return List.of(withoutLastDot(name));
        }
        List<String> longer = search.stream()
                .map(domain -> name + "." + domain)
                .filter(DnsName::isName)
                .toList();
        List<String> all = new ArrayList<>(longer);
        boolean isLong = name.chars().filter(c -> c == '.').count() >= dots;
        all.add(isLong ? 0 : all.size(), name);
        return all;
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
