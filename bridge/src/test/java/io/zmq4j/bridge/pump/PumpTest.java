package io.zmq4j.bridge.pump;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.bridge.progress.Phase;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PumpTest {
    private final FakeSource source = new FakeSource();
    private final FakeSink sink = new FakeSink();
    private final FakeSink dead = new FakeSink();
    private long now = 1_000;

    /** Time is the test's own: nobody waits. */
    private final Signal signal = new Signal() {
        @Override
        public void await(long nanos) {}
    };

    private Pump pump = pump(new Limits(4, 100));

    private Pump pump(Limits limits) {
        return new Pump(source, sink, dead, limits, signal, now);
    }

    private boolean step() {
        return pump.step(now);
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private Phase phase() {
        return pump.progress(now).phase();
    }

    @Test
    void whatIsWrittenIsAcknowledgedInTheOrderInWhichItWasRead() {
        source.add(3, 1);
        step();
        assertThat(sink.written).containsExactly("r1", "r2", "r3");
        var first = sink.pending.remove();
        sink.completeAll();
        step();
        assertThat(source.acknowledged).isEmpty();
        first.written();
        step();
        assertThat(source.acknowledged).containsExactly("r1", "r2", "r3");
        assertThat(pump.progress(now).acknowledged()).isEqualTo(3);
    }

    @Test
    void noMoreIsReadThanTheLimitOfRecordsAllows() {
        source.add(10, 1);
        step();
        step();
        assertThat(sink.written).hasSize(4);
        assertThat(source.waiting).hasSize(6);
        sink.pending.remove().written();
        step();
        assertThat(sink.written).hasSize(5);
    }

    @Test
    void noMoreIsReadThanTheLimitOfBytesAllowsAndALargerRecordGoesAlone() {
        source.add(3, 60);
        source.add(1, 1000);
        step();
        step();
        assertThat(sink.written).containsExactly("r1", "r2");
        sink.completeAll();
        step();
        assertThat(sink.written).containsExactly("r1", "r2", "r3", "r4");
        step();
        assertThat(pump.progress(now).inFlightRecords()).isEqualTo(2);
    }

    @Test
    void aSourceOfWhichNothingIsWantedIsCalledEverySecond() {
        source.add(4, 1);
        step();
        step();
        assertThat(source.keptAlive).isZero();
        for (int i = 0; i < 30; i++) {
            pass(100);
            step();
        }
        assertThat(source.keptAlive).isEqualTo(3);
    }

    @Test
    void afterAFailureWhatCameBehindIsWrittenAgainInOrder() {
        source.add(3, 1);
        step();
        sink.pending.remove().written();
        sink.pending.remove().failed("broken");
        step();
        assertThat(phase()).isEqualTo(Phase.RETRYING);
        assertThat(pump.progress(now).trouble()).isEqualTo("broken");
        assertThat(source.acknowledged).containsExactly("r1");
        pass(100);
        step();
        assertThat(sink.reopened).as("while r3 is under way").isZero();
        sink.pending.remove().written();
        step();
        assertThat(sink.reopened).isEqualTo(1);
        assertThat(sink.written).containsExactly("r1", "r2", "r3", "r2", "r3");
        sink.completeAll();
        step();
        assertThat(source.acknowledged).containsExactly("r1", "r2", "r3");
        assertThat(phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void behindAWriteThatFailsAtOnceNothingGoesOut() {
        source.add(3, 1);
        sink.failsAtOnce = true;
        step();
        assertThat(sink.written).containsExactly("r1");
        sink.failsAtOnce = false;
        step();
        pass(100);
        step();
        assertThat(sink.written).containsExactly("r1", "r1", "r2", "r3");
    }

    @Test
    void nothingIsReadWhileWritingFails() {
        source.add(1, 1);
        step();
        source.add(1, 1);
        sink.failure = "still gone";
        sink.pending.remove().failed("gone");
        for (int i = 0; i < 100; i++) {
            pass(100);
            step();
        }
        assertThat(sink.written).containsExactly("r1");
        assertThat(sink.reopened).as("tries in ten seconds").isBetween(5, 8);
        assertThat(pump.progress(now).trouble()).isEqualTo("still gone");
        sink.failure = null;
        pass(5_000);
        step();
        assertThat(sink.written).containsExactly("r1", "r1", "r2");
    }

    @Test
    void aRejectedRecordIsADeadLetterWithItsReasonAndIsAcknowledgedWhenThatIsWritten() {
        source.add(2, 1);
        step();
        sink.pending.remove().rejected("too large");
        sink.pending.remove().written();
        step();
        assertThat(source.acknowledged).isEmpty();
        assertThat(dead.written).containsExactly("r1");
        assertThat(dead.records.get(0).headers())
                .extracting(each -> each.name() + "=" + new String(each.value(), StandardCharsets.UTF_8))
                .containsExactly("zmq.dead.reason=too large", "zmq.dead.origin=r1");
        dead.completeAll();
        step();
        assertThat(source.acknowledged).containsExactly("r1", "r2");
        assertThat(pump.progress(now).deadLetters()).isEqualTo(1);
    }

    @Test
    void aRecordWithADefectGoesToTheDeadLettersAlone() {
        source.addDefect("no message");
        step();
        assertThat(sink.written).isEmpty();
        assertThat(dead.written).containsExactly("r1");
    }

    @Test
    void aDeadLetterThatIsWrittenIsNotWrittenAgainWhenTheSinkFails() {
        source.addDefect("no message");
        source.add(2, 1);
        step();
        var first = sink.pending.remove();
        dead.completeAll();
        sink.pending.remove().written();
        first.failed("gone");
        step();
        pass(100);
        step();
        assertThat(dead.written).containsExactly("r1");
        assertThat(sink.written).containsExactly("r2", "r3", "r2", "r3");
    }

    @Test
    void withoutAPlaceForDeadLettersARejectedRecordEndsTheBridgeAndNothingBehindIsAcknowledged() {
        pump = new Pump(source, sink, null, new Limits(4, 100), signal, now);
        source.add(2, 1);
        step();
        sink.pending.remove().rejected("too large");
        sink.completeAll();
        assertThat(step()).isFalse();
        assertThat(phase()).isEqualTo(Phase.FAILED);
        assertThat(pump.progress(now).trouble()).contains("r1", "too large");
        assertThat(source.acknowledged).isEmpty();
    }

    @Test
    void aDeadLetterThatIsRejectedEndsTheBridge() {
        source.addDefect("no message");
        step();
        dead.pending.remove().rejected("too large");
        assertThat(step()).isFalse();
        assertThat(pump.progress(now).trouble()).contains("no dead letter either");
    }

    @Test
    void aSourceThatFailsIsAskedAgainLater() {
        source.failure = "nobody there";
        step();
        assertThat(phase()).isEqualTo(Phase.RETRYING);
        step();
        assertThat(source.polls).isEqualTo(1);
        pass(100);
        source.failure = null;
        source.add(1, 1);
        step();
        assertThat(sink.written).containsExactly("r1");
        assertThat(phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aStopWritesWhatIsHereAndEnds() {
        source.add(6, 1);
        step();
        pump.stop(now + 1_000_000);
        assertThat(source.quiet).isTrue();
        assertThat(step()).isTrue();
        sink.completeAll();
        step();
        assertThat(phase()).isEqualTo(Phase.STOPPING);
        sink.completeAll();
        assertThat(step()).isFalse();
        assertThat(phase()).isEqualTo(Phase.STOPPED);
        assertThat(source.acknowledged).hasSize(6);
    }

    @Test
    void aStopEndsInTimeAndSaysWhatIsLeft() {
        source.add(2, 1);
        step();
        pump.stop(now + TimeUnit.MILLISECONDS.toNanos(50));
        assertThat(step()).isTrue();
        pass(50);
        assertThat(step()).isFalse();
        assertThat(pump.progress(now).inFlightRecords()).isEqualTo(2);
        assertThat(source.acknowledged).isEmpty();
    }
}
