package io.zmq4j.bench.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.KafkaBroker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Each carrier passes on all that is sent, both ways. */
class BridgeSpeedTest {
    private static KafkaBroker broker;

    @BeforeAll
    @Timeout(120)
    static void start(@TempDir Path folder) {
        broker = KafkaBroker.start(folder);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    static String run(String broker, String... arguments) {
        var out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            var all = new ArrayList<>(List.of(broker));
            all.addAll(List.of(arguments));
            int code = new CommandLine(new BridgeSpeedCommand())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(all.toArray(String[]::new));
            assertThat(code).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "in, bridge",
        "in, loop",
        "in, jeromq",
        "in, python",
        "in, none",
        "out, bridge",
        "out, loop",
        "out, jeromq",
        "out, python",
        "out, none"
    })
    void everyMessageArrives(String way, String carrier) {
        assertThat(run(broker.address(), way, carrier, "100", "500", "--warmup", "50"))
                .matches("msg/s [1-9][0-9]*\\n");
    }

    @ParameterizedTest
    @CsvSource({"in", "out"})
    void atAPaceItIsWhatOneTakes(String way) {
        assertThat(run(broker.address(), way, "bridge", "16", "100", "--pace", "1000"))
                .matches("us 99% [1-9][0-9]*\\nus [1-9][0-9]*\\n");
    }
}
