package io.zmq4j.bench.bridge;

import io.zmq4j.testkit.KafkaBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what stands in docs/bridge.md, in turns, against a broker of its own. It takes minutes and a quiet machine, and is no test: {@code mvn
 * test -pl bench -am -Dtest=BridgeSpeedRounds -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class BridgeSpeedRounds {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final List<String> CARRIERS = List.of("bridge", "loop", "jeromq", "python", "none");

    @Test
    @Timeout(3600)
    void inTurns(@TempDir Path folder) {
        try (var broker = KafkaBroker.start(folder)) {
            for (String way : List.of("in", "out")) {
                for (String size : List.of("100", "1024")) {
                    turns(broker, way, size, "100000", "--warmup", "100000");
                    turns(broker, way, size, "2000", "--pace", "1000", "--warmup", "1000");
                }
            }
        }
    }

    /** The median of the rounds for each carrier. */
    private static void turns(KafkaBroker broker, String way, String size, String count, String... options) {
        var figures = new double[CARRIERS.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < CARRIERS.size(); i++) {
                var arguments = new ArrayList<>(List.of(way, CARRIERS.get(i), size, count));
                arguments.addAll(List.of(options));
                String said = BridgeSpeedTest.run(broker.address(), arguments.toArray(String[]::new));
                figures[i][round] =
                        Double.parseDouble(said.substring(said.lastIndexOf(' ')).strip());
            }
        }
        for (int i = 0; i < CARRIERS.size(); i++) {
            Arrays.sort(figures[i]);
            System.out.printf(
                    "%s %s B %s: %s %.0f %s%n",
                    way,
                    size,
                    options[0].equals("--pace") ? "us" : "msg/s",
                    CARRIERS.get(i),
                    figures[i][ROUNDS / 2],
                    Arrays.toString(figures[i]));
        }
    }
}
