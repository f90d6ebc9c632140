package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Effort EFFORT = new Effort(5, 0.9, 0.8, 0.3);
    private static final Row ROW = Row.throughput(Transport.TCP, 10);

    private final StringWriter text = new StringWriter();
    private long nowNanos;

    @Test
    void whatIsLeftIsWhatWasExpectedAtFirst() {
        assertThat(new Remaining(600, 0).seconds(0)).isEqualTo(600);
    }

    @Test
    void whatIsLeftGrowsWhenItGoesSlower() {
        var remaining = new Remaining(1_000, 0);
        remaining.done(500);

        assertThat(remaining.fractionDone()).isEqualTo(0.5);
        assertThat(remaining.seconds(TimeUnit.SECONDS.toNanos(500))).isCloseTo(500, within(1.0));
        assertThat(remaining.seconds(TimeUnit.SECONDS.toNanos(1_000))).isBetween(950.0, 1_000.0);
    }

    @Test
    void theFirstRunDoesNotDecide() {
        var remaining = new Remaining(1_000, 0);
        remaining.done(1);

        assertThat(remaining.seconds(TimeUnit.SECONDS.toNanos(5))).isLessThan(1_300);
    }

    @Test
    void nothingIsLeftAtTheEnd() {
        var remaining = new Remaining(10, 0);
        remaining.done(11);

        assertThat(remaining.seconds(TimeUnit.SECONDS.toNanos(30))).isZero();
        assertThat(remaining.fractionDone()).isEqualTo(1);
    }

    @Test
    void aTerminalHasOneLineThatIsRewritten() {
        var progress = progress(true, 300);
        progress.begins(new Step(ROW, Field.LIBZMQ, 2, EFFORT));

        assertThat(text).hasToString("\r\033[K  0 %, 5 min left, load 0.42: thr tcp 10 B, round 2 of 5, libzmq");
    }

    @Test
    void aFileHasALineForEachRow() {
        var progress = progress(false, 50);
        var first = new Step(ROW, Field.ZMQ4J, Step.TRIAL, EFFORT);
        progress.begins(first);
        progress.ended(first);
        progress.begins(new Step(ROW, Field.LIBZMQ, Step.TRIAL, EFFORT));
        nowNanos = TimeUnit.SECONDS.toNanos(2);
        progress.begins(new Step(Row.proxy(10), Field.ZMQ4J, 1, EFFORT));

        assertThat(text.toString().lines())
                .containsExactly(
                        "  0 %, 50 s left, load 0.42: thr tcp 10 B", "  4 %, 48 s left, load 0.42: proxy tcp 10 B");
    }

    @Test
    void whatIsSaidStays() {
        progress(true, 50).says("FAILED: it");

        assertThat(text).hasToString("\r\033[KFAILED: it" + System.lineSeparator());
    }

    private Progress progress(boolean onTerminal, double expectedSeconds) {
        return new Progress(new PrintWriter(text), onTerminal, () -> nowNanos, () -> "0.42", expectedSeconds);
    }
}
