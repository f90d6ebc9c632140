package io.zmq4j.bench.compare;

import static io.zmq4j.bench.compare.Transport.INPROC;
import static io.zmq4j.bench.compare.Transport.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void everyonePlaysInTurnAfterATrial() {
        assertThat(schedule(Effort.full(2), Row.throughput(TCP, 10)))
                .containsExactly(
                        "zmq4j 0",
                        "libzmq 0",
                        "JeroMQ 0",
                        "raw java.nio 0",
                        "zmq4j 1",
                        "libzmq 1",
                        "JeroMQ 1",
                        "raw java.nio 1",
                        "zmq4j 2",
                        "libzmq 2",
                        "JeroMQ 2",
                        "raw java.nio 2");
    }

    @Test
    void aQuickOneHasNoTrial() {
        assertThat(schedule(Effort.quick(1), Row.throughput(TCP, 10)))
                .containsExactly("zmq4j 1", "libzmq 1", "JeroMQ 1", "raw java.nio 1");
    }

    @Test
    void aGivenPaceNeedsNoTrial() {
        assertThat(schedule(Effort.full(1), Row.pace("pace", 1_000, 100, "p50")))
                .containsExactly("zmq4j 1", "libzmq 1", "JeroMQ 1");
    }

    @Test
    void aColdRowNeedsNoTrialAsItsCountIsGiven() {
        assertThat(schedule(Effort.full(1), Row.coldPublish(10, 100, 50_000)))
                .containsExactly("zmq4j 1", "libzmq 1", "JeroMQ 1");
    }

    @Test
    void whoHasNoRoleDoesNotPlay() {
        assertThat(schedule(Effort.quick(1), Row.throughput(INPROC, 10)))
                .containsExactly("zmq4j 1", "libzmq 1", "JeroMQ 1");
    }

    @Test
    void plainSocketsHaveNoCurveAndACrowdIsForTwo() {
        assertThat(schedule(Effort.quick(1), Row.curve(Row.throughput(TCP, 10))))
                .containsExactly("zmq4j 1", "libzmq 1", "JeroMQ 1");
        assertThat(schedule(Effort.quick(1), Row.curve(Row.crowd(1_000, 10)))).containsExactly("zmq4j 1", "libzmq 1");
    }

    @Test
    void whoeverSpeaksATypePlaysIt() {
        var flood = Row.throughput(TCP, 10);
        assertThat(schedule(Effort.quick(1), Row.between(Variation.ROUTER, flood)))
                .containsExactly("zmq4j 1", "JeroMQ 1");
        assertThat(schedule(Effort.quick(1), Row.between(Variation.SERVER, flood)))
                .containsExactly("zmq4j 1", "JeroMQ 1");
        assertThat(schedule(Effort.quick(1), Row.between(Variation.RADIO, Row.publish(1, 10))))
                .containsExactly("zmq4j 1");
        assertThat(schedule(Effort.quick(1), Row.between(Variation.STREAM, flood)))
                .containsExactly("zmq4j 1", "raw java.nio 1");
    }

    @Test
    void whatIsNotComparedIsPlayedThreeTimesAtMost() {
        assertThat(schedule(Effort.full(5), Row.idle(100))).containsExactly("zmq4j 1", "zmq4j 2", "zmq4j 3");
        assertThat(schedule(Effort.full(2), Row.idle(100))).containsExactly("zmq4j 1", "zmq4j 2");
    }

    @Test
    void rowsFollowEachOther() {
        assertThat(Schedule.of(List.of(Row.throughput(TCP, 10), Row.proxy(10)), Field.ALL.all(), Effort.quick(1)))
                .extracting(step -> step.row().name())
                .startsWith("thr tcp 10 B")
                .endsWith("proxy tcp 10 B")
                .hasSize(8);
    }

    private static List<String> schedule(Effort effort, Row row) {
        return Schedule.of(List.of(row), Field.ALL.all(), effort).stream()
                .map(step -> step.contestant().name() + " " + step.round())
                .toList();
    }
}
