package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class MatchTest {
    private static final Row ROW = Row.throughputAndAllocation(10);
    private static final Effort EFFORT = new Effort(3, 2, 1, 0.5);

    private final List<String> played = new ArrayList<>();

    @Test
    void aTrialSaysHowManyMessagesFitAndIsNotReported() throws Exception {
        var rates = List.of(1_000_000.0, 2_000_000.0, 3_000_000.0, 4_000_000.0).iterator();

        var results = play((contestant, counts) -> figures(contestant, rates.next()), Field.LIBZMQ);

        assertThat(played.get(1)).isEqualTo("libzmq 2000000");
        assertThat(played.get(2)).isEqualTo("libzmq 4000000");
        assertThat(results.sample(ROW.line("local_thr msg/s"), Field.LIBZMQ))
                .contains(new Sample(3_000_000, 2_000_000, 4_000_000));
        assertThat(results.counts(ROW, Field.LIBZMQ)).contains(new Counts(6_000_000, 3_000_000));
    }

    @Test
    void theFirstGuessIsTheWorks() throws Exception {
        play((contestant, counts) -> figures(contestant, 1_000_000), Field.LIBZMQ);

        long guessed =
                EFFORT.counts(ROW, Step.TRIAL, Work.THROUGHPUT.guess(ROW)).timed();
        assertThat(played.get(0)).isEqualTo("libzmq " + guessed);
    }

    @Test
    void theFigureOfAFailedRunDoesNotCount() throws Exception {
        var results = play(
                (contestant, counts) -> played.size() == 2
                        ? new Outcome.Failed("message 7 came twice")
                        : figures(contestant, 1_000_000),
                Field.LIBZMQ);

        assertThat(results.failures()).containsExactly("thr tcp 10 B, libzmq, round 1: message 7 came twice");
        assertThat(results.failures(ROW, Field.LIBZMQ)).isEqualTo(1);
        assertThat(played).hasSize(4);
    }

    @Test
    void whoFailsTwiceIsLeftOutOfTheRestOfTheRow() throws Exception {
        var results = play(
                (contestant, counts) -> contestant.equals(Field.JEROMQ)
                        ? new Outcome.Failed("not done")
                        : figures(contestant, 1_000_000),
                Field.LIBZMQ,
                Field.JEROMQ);

        assertThat(played).filteredOn(run -> run.startsWith("JeroMQ")).hasSize(2);
        assertThat(played).filteredOn(run -> run.startsWith("libzmq")).hasSize(4);
        assertThat(results.failures()).hasSize(2);
    }

    @Test
    void aRunThatPrintsNoFigureHasFailed() throws Exception {
        var results = play((contestant, counts) -> new Outcome.Played(new Figures(Map.of())), Field.LIBZMQ);

        assertThat(results.failures())
                .startsWith("thr tcp 10 B, libzmq, trial run: printed no 'local_thr msg/s'")
                .hasSize(2);
    }

    @Test
    void onlyZmq4jMustPrintWhatOnlyZmq4jMeasures() throws Exception {
        var results = play((contestant, counts) -> figures(Field.LIBZMQ, 1), Field.LIBZMQ, Field.ZMQ4J);

        assertThat(results.failures(ROW, Field.LIBZMQ)).isZero();
        assertThat(results.failures(ROW, Field.ZMQ4J)).isEqualTo(2);
    }

    private Results play(BiFunction<Contestant, Counts, Outcome> script, Contestant... contestants) throws Exception {
        Player player = (contestant, row, counts) -> {
            played.add(contestant.name() + " " + counts.timed());
            return script.apply(contestant, counts);
        };
        var silent = new Progress(new PrintWriter(Writer.nullWriter()), false, () -> 0, () -> "0", 1);
        return new Match(player, silent).play(Schedule.of(List.of(ROW), List.of(contestants), EFFORT));
    }

    private static Outcome figures(Contestant contestant, double rate) {
        return new Outcome.Played(new Figures(
                contestant.implementation() == Implementation.ZMQ4J
                        ? Map.of("local_thr msg/s", rate, "local_thr B/msg", 40.0, "remote_thr B/msg", 32.0)
                        : Map.of("local_thr msg/s", rate)));
    }
}
