package peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our sockets and those of JeroMQ and libzmq understand each other, whoever binds, whoever sends, in the clear and by CURVE. As
 * nobody decides about peers, a server of CURVE lets in whoever knows its key, with whatever keys of its own: each client makes new ones.
 */
class PeersTest {
    private static final Map<String, String> OTHER_END = Map.of(
            "PUSH", "PULL", "PULL", "PUSH", "REQ", "REP", "REP", "REQ", "PUB", "SUB", "SUB", "PUB", "DEALER", "ROUTER",
            "ROUTER", "DEALER");

    @ParameterizedTest(name = "our {0}, {1}, with the {2} of {3}, {4}")
    @MethodSource
    @Execution(ExecutionMode.CONCURRENT)
    void talk(String ours, Way way, String theirs, Implementation others, String mechanism) {
        boolean weBind = way == Way.BOUND;
        Implementation bound = weBind ? Implementation.OURS : others;
        Implementation connected = weBind ? others : Implementation.OURS;
        String server = weBind ? ours : theirs;
        String client = weBind ? theirs : ours;
        try (Peer first = bound.play(List.of(server, mechanism))) {
            String endpoint = first.hear();
            String key = first.hear();
            try (Peer second = connected.play(List.of(client, mechanism, endpoint, key))) {
                if (server.equals("PUB")) {
                    begin(first, second);
                } else if (client.equals("PUB")) {
                    begin(second, first);
                }
                assertThat(first.hear()).as("the bound one").isEqualTo("ok");
                assertThat(second.hear()).as("the connected one").isEqualTo("ok");
            }
        }
    }

    static Stream<Arguments> talk() {
        return Stream.of(Implementation.JEROMQ, Implementation.PYZMQ)
                .flatMap(others -> Stream.of("NULL", "CURVE")
                        .flatMap(mechanism -> OTHER_END.keySet().stream()
                                .sorted()
                                .flatMap(type -> Stream.of(Way.values())
                                        .map(way -> Arguments.of(type, way, OTHER_END.get(type), others, mechanism)))));
    }

    private static void begin(Peer publisher, Peer subscriber) {
        assertThat(subscriber.hear()).isEqualTo("joined");
        publisher.tell("begin");
    }

    private enum Way {
        BOUND,
        CONNECTED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
