package io.zmq4j.discovery;

import io.zmq4j.Context;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nodes of one host: {@code ADDRESS COUNT INTERVAL_MILLIS TTL_SECONDS SEED…}. Says what they see whenever that changes, such as {@code
 * sees 10.78.0.1:7 10.78.0.2:7}, or {@code differ: [19, 20]}, of how many; ends with its input.
 */
final class GossipProgram {
    private static final int FIRST_PORT = 7_100;

    private GossipProgram() {}

    /** Where a node of a host can be asked. */
    static String contact(String address, int number) {
        return "tcp://" + address + ":" + (FIRST_PORT + number);
    }

    static List<String> command(String... arguments) {
        Path classes = Path.of(
                Gossip.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        String path = Stream.of(
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"),
                        classes.toString(),
                        classes.resolveSibling("test-classes").toString())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dio.zmq4j.warnings=false",
                "-cp",
                path,
                GossipProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static void main(String[] arguments) throws Exception {
        String address = arguments[0];
        List<Gossip> nodes = new ArrayList<>();
        Context context = Context.create();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            Gossip node = Gossip.in(context)
                    .bind(contact(address, i))
                    .interval(Duration.ofMillis(Long.parseLong(arguments[2])))
                    .ttl(Duration.ofSeconds(Long.parseLong(arguments[3])))
                    .seeds(List.of(arguments).subList(4, arguments.length).toArray(String[]::new))
                    .start();
            node.offer("work", "tcp://" + address + ":" + (i + 1));
            nodes.add(node);
        }
        String said = "";
        while (System.in.available() == 0) {
            String seen = seen(nodes);
            if (!seen.equals(said)) {
                System.out.println(seen);
                said = seen;
            }
            Thread.sleep(20);
        }
        Runtime.getRuntime().halt(0);
    }

    private static String seen(List<Gossip> nodes) {
        Set<Set<String>> views =
                nodes.stream().map(node -> node.endpoints("work")).collect(Collectors.toSet());
        if (views.size() != 1) {
            return "differ: " + views.stream().map(Set::size).sorted().toList();
        }
        var counts = new TreeMap<String, Integer>();
        for (String endpoint : new TreeSet<>(views.iterator().next())) {
            counts.merge(endpoint.replaceFirst("tcp://(.*):.*", "$1"), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(" ", "sees ", ""));
    }
}
