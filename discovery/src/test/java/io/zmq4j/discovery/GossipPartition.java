package io.zmq4j.discovery;

import static io.zmq4j.discovery.GossipHosts.address;

import java.util.Locale;

/**
 * Twenty nodes on three hosts whose network is cut and joined again, as often as the first argument says, with gossip's own times; says
 * how long everything took. Takes root and iproute2; {@code NodeTest} does the same in virtual time, everywhere.
 */
final class GossipPartition {
    private static final String ALL = "sees " + address(1) + ":7 " + address(2) + ":7 " + address(3) + ":6";

    private GossipPartition() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        try (var hosts = new GossipHosts()) {
            String seed = GossipProgram.contact(address(1), 0);
            hosts.start(1, 7, 1_000, 15, seed);
            hosts.start(2, 7, 1_000, 15, seed);
            hosts.start(3, 6, 1_000, 15, seed);
            say("all know all", hosts.await(ALL, ALL, ALL));
            for (int round = 0; round < rounds; round++) {
                hosts.cut();
                say("each host is alone", hosts.await(alone(1, 7), alone(2, 7), alone(3, 6)));
                hosts.join();
                say("all know all", hosts.await(ALL, ALL, ALL));
            }
        }
    }

    private static String alone(int host, int nodes) {
        return "sees " + address(host) + ":" + nodes;
    }

    private static void say(String what, double seconds) {
        System.out.printf(Locale.ROOT, "%s after %.1f s%n", what, seconds);
    }
}
