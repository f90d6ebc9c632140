package io.zmq4j.bench.compare;

import static io.zmq4j.bench.compare.Transport.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EffortTest {
    private static final Effort EFFORT = new Effort(5, 2, 1, 0.5);
    private static final Row FLOOD = Row.throughput(TCP, 10);

    @Test
    void whatIsSealedTakesJeroMqSoMuchLongerThatItsTrialHasFewer() {
        var clear = Row.throughput(Transport.TCP, 1 << 16);
        var sealed = Row.curve(clear);

        assertThat(Implementation.JEROMQ.guess(sealed)).isEqualTo(Implementation.ZMQ4J.guess(sealed) / 20);
        assertThat(Implementation.JEROMQ.guess(clear)).isEqualTo(Implementation.ZMQ4J.guess(clear));
    }

    @Test
    void aRunHasAsManyMessagesAsFitIntoItsTime() {
        assertThat(EFFORT.counts(FLOOD, Implementation.ZMQ4J, 1, 1_000_000))
                .isEqualTo(new Counts(2_000_000, 1_000_000));
    }

    @Test
    void aTrialIsShorter() {
        assertThat(EFFORT.counts(FLOOD, Implementation.ZMQ4J, Step.TRIAL, 1_000_000))
                .isEqualTo(new Counts(500_000, 1_000_000));
    }

    @Test
    void countsHaveTwoDigits() {
        assertThat(EFFORT.counts(FLOOD, Implementation.ZMQ4J, 1, 617_283)).isEqualTo(new Counts(1_200_000, 620_000));
    }

    @Test
    void thereAreNeverTooFewToTellAnything() {
        assertThat(EFFORT.counts(FLOOD, Implementation.ZMQ4J, 1, 0.5).timed()).isEqualTo(20);
    }

    @Test
    void percentilesGetMoreTime() {
        assertThat(EFFORT.counts(Row.pace("pace", 20_000, 100, "p50"), Implementation.ZMQ4J, 1, 20_000)
                        .timed())
                .isEqualTo(80_000);
    }

    @Test
    void aSlowSenderWarmsUpFasterThanItSends() {
        assertThat(EFFORT.counts(Row.pace("pace", 1_000, 100, "p50"), Implementation.ZMQ4J, 1, 1_000))
                .isEqualTo(new Counts(4_000, 15_000));
        assertThat(EFFORT.counts(Row.latencyEvery(5, 10), Implementation.ZMQ4J, 1, 200))
                .isEqualTo(new Counts(400, 20_000));
    }

    @Test
    void whatIsCompiledNeedsHardlyAnyWarmingUp() {
        assertThat(EFFORT.counts(FLOOD, Implementation.LIBZMQ, 1, 1_000_000).warmup())
                .isEqualTo(100_000);
    }

    @Test
    void theMoreTakePartTheLongerItTakesToGetWarm() {
        assertThat(EFFORT.counts(Row.publish(1, 100), Implementation.ZMQ4J, 1, 10_000)
                        .warmup())
                .isEqualTo(10_000);
        assertThat(EFFORT.counts(Row.publish(100, 100), Implementation.ZMQ4J, 1, 10_000)
                        .warmup())
                .isEqualTo(20_000);
        assertThat(EFFORT.counts(Row.proxy(10), Implementation.ZMQ4J, 1, 10_000).warmup())
                .isEqualTo(20_000);
    }

    @Test
    void idlingCountsNothing() {
        assertThat(EFFORT.counts(Row.idle(100), Implementation.ZMQ4J, 1, 0)).isEqualTo(new Counts(0, 0));
    }

    @Test
    void aColdRunHasACountOfItsOwnAndNothingBefore() {
        for (var row : List.of(Row.coldThroughput(10, 3_000_000), Row.coldLatency(10, 3_000_000))) {
            for (var implementation : List.of(Implementation.ZMQ4J, Implementation.LIBZMQ)) {
                assertThat(EFFORT.counts(row, implementation, 1, 7)).isEqualTo(new Counts(3_000_000, 0));
                assertThat(EFFORT.seconds(row, implementation, 1)).isPositive();
            }
        }
    }

    @Test
    void aRateIsMadeOfTheFigure() {
        assertThat(Row.publish(10, 100).work().rate(Row.publish(10, 100), 2_000_000))
                .isEqualTo(200_000);
        var latency = Row.latency(TCP, 10, Placement.ONE_CORE);
        assertThat(latency.work().rate(latency, 25)).isEqualTo(20_000);
        var pausing = Row.latencyEvery(5, 10);
        assertThat(pausing.work().rate(pausing, 25)).isBetween(197.0, 199.0);
    }
}
