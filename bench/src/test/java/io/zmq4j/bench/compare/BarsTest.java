package io.zmq4j.bench.compare;

import static io.zmq4j.bench.compare.Implementation.JEROMQ;
import static io.zmq4j.bench.compare.Implementation.LIBZMQ;
import static io.zmq4j.bench.compare.Implementation.ZMQ4J;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static final Line RATE = Rows.line("thr tcp 10 B");
    private static final Line PAUSING = Rows.PAUSING.lines().get(0);
    private static final Line UNPAUSED = Rows.UNPAUSED.lines().get(0);

    private final Results results = new Results();

    @Test
    void aRatioIsOfTheMedians() {
        results.add(RATE, Field.ZMQ4J, 9);
        results.add(RATE, Field.LIBZMQ, 2);
        results.add(RATE, Field.LIBZMQ, 3);
        results.add(RATE, Field.LIBZMQ, 300);
        var bar = Bar.ratio(RATE, LIBZMQ, Sense.AT_LEAST, 3);

        assertThat(bar.measure(results, Field.ALL, Field.ZMQ4J)).contains(3.0);
        assertThat(bar.name()).isEqualTo("thr tcp 10 B, to libzmq");
        assertThat(bar.demand()).isEqualTo("≥ 3.00×");
    }

    @Test
    void withoutTheOtherFigureThereIsNoRatio() {
        results.add(RATE, Field.ZMQ4J, 9);

        assertThat(Bar.ratio(RATE, LIBZMQ, Sense.AT_LEAST, 3).measure(results, Field.ALL, Field.ZMQ4J))
                .isEmpty();
    }

    @Test
    void aFigureOnTheBarHoldsUnlessItMustBeBelow() {
        assertThat(Bar.ratio(RATE, LIBZMQ, Sense.AT_LEAST, 3).holds(3)).isTrue();
        assertThat(Bar.ratio(RATE, LIBZMQ, Sense.AT_LEAST, 3).holds(2.99)).isFalse();
        assertThat(Bar.ratio(RATE, LIBZMQ, Sense.AT_MOST, 0.5).holds(0.5)).isTrue();
        assertThat(Bar.ratio(RATE, LIBZMQ, Sense.AT_MOST, 0.5).holds(0.51)).isFalse();
        assertThat(Bar.ratio(RATE, LIBZMQ, Sense.BELOW, 1).holds(1)).isFalse();
        assertThat(Bar.ratio(RATE, LIBZMQ, Sense.BELOW, 1).holds(0.99)).isTrue();
    }

    @Test
    void pausingMayCostWhatItCostsRawSockets() {
        results.add(UNPAUSED, Field.ZMQ4J, 20);
        results.add(PAUSING, Field.ZMQ4J, 55);
        results.add(UNPAUSED, Field.RAW, 10);
        results.add(PAUSING, Field.RAW, 40);
        var bar = Bar.beyondMachine(PAUSING, UNPAUSED, 1.1);

        assertThat(bar.measure(results, Field.ALL, Field.ZMQ4J).orElseThrow()).isCloseTo(1.1, within(1e-9));
    }

    @Test
    void aMachineThatIsFasterWithPausesIsTakenAsOneThatAddsNothing() {
        results.add(UNPAUSED, Field.ZMQ4J, 20);
        results.add(PAUSING, Field.ZMQ4J, 22);
        results.add(UNPAUSED, Field.RAW, 10);
        results.add(PAUSING, Field.RAW, 9);

        assertThat(Bar.beyondMachine(PAUSING, UNPAUSED, 1.1)
                        .measure(results, Field.ALL, Field.ZMQ4J)
                        .orElseThrow())
                .isCloseTo(1.1, within(1e-9));
    }

    @Test
    void aColdProcessMayBeSlowerThanLibzmqButNotByMuch() {
        assertThat(Bars.ALL.stream()
                        .filter(bar -> bar.line().name().startsWith("cold"))
                        .map(bar -> bar.name() + " " + bar.demand()))
                .containsExactly(
                        "cold tcp 10 B, 3 M, to libzmq ≥ 0.75×",
                        "cold req 20,000, to libzmq ≤ 2.00×",
                        "cold pub 100 B to 10, 50,000, to libzmq ≥ 0.45×");
    }

    @Test
    void whatIsSealedHasBarsOfItsOwn() {
        assertThat(Bars.ALL.stream()
                        .filter(bar -> bar.line().name().startsWith("curve"))
                        .map(bar -> bar.name() + " " + bar.demand()))
                .containsExactly(
                        "curve thr tcp 10 B, to libzmq ≥ 3.00×",
                        "curve thr tcp 10 B, to JeroMQ ≥ 4.00×",
                        "curve thr tcp 100 B, to libzmq ≥ 2.50×",
                        "curve thr tcp 100 B, to JeroMQ ≥ 4.00×",
                        "curve thr tcp 1 KiB, to libzmq ≥ 1.50×",
                        "curve thr tcp 1 KiB, to JeroMQ ≥ 4.00×",
                        "curve thr tcp 64 KiB, to libzmq ≥ 0.90×",
                        "curve thr tcp 64 KiB, to JeroMQ ≥ 4.00×",
                        "curve lat tcp 10 B, one core, to libzmq ≤ 0.60×",
                        "curve lat tcp 10 B, a core each, to libzmq ≤ 0.60×",
                        "curve connect 1,000, to libzmq ≤ 1.50×");
    }

    @Test
    void behindJeroMqsApiIsComparedWithTheOwnApiOnTheSameJdkAndWithJeroMq() {
        var contestants = Field.withTwoJdks();
        var line = Rows.line("jeromq thr tcp 10 B");
        results.add(line, contestants.zmq4js().get(0), 10);
        results.add(line, contestants.zmq4js().get(1), 20);
        results.add(line, contestants.facades().get(0), 9);
        results.add(line, contestants.facades().get(1), 12);
        results.add(line, contestants.first(JEROMQ).orElseThrow(), 3);
        var own = Bar.facade(line, ZMQ4J, Sense.AT_LEAST, 0.8);
        var theirs = Bar.facade(line, JEROMQ, Sense.AT_LEAST, 2.5);

        assertThat(contestants.zmq4js().stream().map(zmq4j -> own.measure(results, contestants, zmq4j)))
                .containsExactly(Optional.of(0.9), Optional.of(0.6));
        assertThat(contestants.zmq4js().stream().map(zmq4j -> theirs.measure(results, contestants, zmq4j)))
                .containsExactly(Optional.of(3.0), Optional.of(4.0));
        assertThat(own.name()).isEqualTo("jeromq thr tcp 10 B, to zmq4j");
    }

    @Test
    void eachBarIsThereOnce() {
        assertThat(Bars.ALL).extracting(Bar::name).doesNotHaveDuplicates();
    }

    @Test
    void everyComparedRowHasABarButTheOneThatShowsHowAnotherBegins() {
        var withBar = Bars.ALL.stream().map(bar -> bar.line().name()).toList();

        assertThat(Rows.ALL.stream().flatMap(row -> row.lines().stream()))
                .filteredOn(line -> !line.ofZmq4jAlone() && !line.name().equals("cold tcp 10 B, 1 M"))
                // They stand beside the other types, not against anybody.
                .filteredOn(line -> !line.name().matches("(router|server|radio|stream) .*"))
                .extracting(Line::name)
                .allMatch(withBar::contains);
    }
}
