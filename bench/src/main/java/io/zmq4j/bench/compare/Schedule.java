package io.zmq4j.bench.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Who plays when. Row by row, and in each everyone in turn, then everyone again: A B C A B C. What disturbs the machine for a
 * while disturbs all of them alike.
 */
final class Schedule {
    private Schedule() {}

    static List<Step> of(List<Row> rows, List<Contestant> contestants, Effort effort) {
        var steps = new ArrayList<Step>();
        for (var row : rows) {
            for (int round = effort.hasTrial(row) ? Step.TRIAL : 1; round <= effort.rounds(row); round++) {
                for (var contestant : contestants) {
                    if (contestant.plays(row)) {
                        steps.add(new Step(row, contestant, round, effort));
                    }
                }
            }
        }
        return steps;
    }
}
