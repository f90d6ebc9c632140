package io.zmq4j.bench.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Each of those in the middle passes on what is asked and answered. */
class BrokerSpeedTest {
    @ParameterizedTest
    @ValueSource(strings = {"proxy", "majordomo", "guide"})
    void everyRequestIsAnswered(String kind) {
        var out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new BrokerSpeedCommand())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(kind, "10", "200", "--clients", "3", "--workers", "2", "--warmup", "20");
            assertThat(code).isZero();
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("msg/s [1-9][0-9]*\\n");
    }
}
