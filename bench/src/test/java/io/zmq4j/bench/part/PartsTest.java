package io.zmq4j.bench.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.zmtp.wire.ProtocolException;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That the parts are measured, and that it is the parts that are measured. */
class PartsTest {
    @Test
    void everyPartRuns() throws Exception {
        var options = new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .param("topics", "1000")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        assertThat(new Runner(options).run())
                .extracting(result -> result.getParams().getBenchmark().replaceAll(".*\\.(.*\\..*)", "$1"))
                .containsExactlyInAnyOrder(
                        "Frames.read",
                        "Frames.read",
                        "Frames.write",
                        "Frames.write",
                        "Queues.spsc",
                        "Queues.pipe",
                        "Matching.hit",
                        "Matching.miss",
                        "Routing.route");
    }

    @Test
    void everyFrameIsRead() throws ProtocolException {
        var frames = new Frames();
        frames.size = 1024;
        frames.fill();
        for (int i = 0; i < 1000; i++) {
            assertThat(frames.read()).hasSize(1024);
        }
    }
}
