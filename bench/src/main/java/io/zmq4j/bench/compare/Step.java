package io.zmq4j.bench.compare;

/**
 * One run of the schedule.
 *
 * @param round from 1, or {@link #TRIAL}
 */
record Step(Row row, Contestant contestant, int round, Effort effort) {
    /** The round before the first, which is not reported. */
    static final int TRIAL = 0;

    double seconds() {
        return effort.seconds(row, round);
    }

    int rounds() {
        return effort.rounds(row);
    }
}
