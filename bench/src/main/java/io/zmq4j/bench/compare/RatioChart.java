package io.zmq4j.bench.compare;

import io.zmq4j.bench.compare.chart.DotChart;
import io.zmq4j.bench.compare.chart.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everyone in comparison to libzmq, in one picture: more to the right is better, for rates and times alike. */
record RatioChart(List<Row> rows, Contestants contestants, Results results, Palette palette) {
    /** Nothing if nothing was compared. */
    Optional<DotChart> chart(List<Bar> bars) {
        var charted = new ArrayList<DotChart.Row>();
        for (var row : rows) {
            for (var line : row.lines()) {
                var marks = marks(line);
                if (!marks.isEmpty()) {
                    charted.add(new DotChart.Row(line.name(), marks, bar(line, bars)));
                }
            }
        }
        return charted.isEmpty()
                ? Optional.empty()
                : Optional.of(new DotChart("How many times as fast as libzmq", "libzmq", charted));
    }

    private List<Mark> marks(Line line) {
        var marks = new ArrayList<Mark>();
        for (var contestant : contestants.all()) {
            if (contestant.implementation() != Implementation.LIBZMQ) {
                Yardstick.ratio(line, Implementation.LIBZMQ)
                        .measure(results, contestants, contestant)
                        .ifPresent(ratio -> marks.add(
                                new Mark(contestant.name(), palette.colour(contestant), asSpeed(line, ratio))));
            }
        }
        return marks;
    }

    private static double bar(Line line, List<Bar> bars) {
        return bars.stream()
                .filter(bar -> bar.compares(line, Implementation.LIBZMQ))
                .findFirst()
                .map(bar -> asSpeed(line, bar.limit()))
                .orElse(0.0);
    }

    /** Half the time is twice as fast. */
    private static double asSpeed(Line line, double ratio) {
        return line.unit().moreIsBetter() ? ratio : 1 / ratio;
    }
}
