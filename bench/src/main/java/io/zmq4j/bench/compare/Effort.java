package io.zmq4j.bench.compare;

/**
 * How much time the runs of a row are given.
 *
 * @param rounds how often each contestant plays and is reported
 * @param timedSeconds of a run, about
 * @param warmupSeconds before them in the same run, about, if a virtual machine has to get warm; some works take a
 *     multiple, see {@link Work#warmup(Row)}, and what is compiled already a fraction
 * @param trialSeconds of a run before the first round that nobody reports: it shows how fast the contestant is. 0: none,
 *     the guess must do
 */
record Effort(int rounds, double timedSeconds, double warmupSeconds, double trialSeconds) {
    /** What it takes to start the processes and to end them. */
    private static final double START_SECONDS = 0.9;

    /** What a cold run takes beside that. */
    private static final double COLD_SECONDS = 1.5;

    /** Percentiles need more figures than a mean. */
    private static final int PERCENTILE_FACTOR = 2;

    private static final int MOST_ROUNDS_ALONE = 3;
    private static final long FEWEST = 20;

    static Effort full(int rounds) {
        return new Effort(rounds, 1.0, 3.0, 0.2);
    }

    static Effort quick(int rounds) {
        return new Effort(rounds, 0.2, 0.2, 0);
    }

    /** How many rounds there are for this row: what is not compared needs no alternation, and little repetition. */
    int rounds(Row row) {
        return row.ofZmq4jAlone() ? Math.min(rounds, MOST_ROUNDS_ALONE) : rounds;
    }

    boolean hasTrial(Row row) {
        return trialSeconds > 0 && row.work().isCounted(row) && !row.work().rateIsGiven() && !row.isCold();
    }

    /** What the contestant plays in this round at this many messages or round trips a second. */
    Counts counts(Row row, Implementation implementation, int round, double rate) {
        if (!row.work().isCounted(row)) {
            return new Counts(0, 0);
        }
        if (row.isCold()) {
            return new Counts(row.cold(), 0);
        }
        return new Counts(
                rounded(rate * timedSeconds(row, round)),
                rounded(row.work().warmupRate(row, rate) * warmupSeconds(row, implementation)));
    }

    /** How long a run takes, about. */
    double seconds(Row row, Implementation implementation, int round) {
        if (row.isCold()) {
            return START_SECONDS + COLD_SECONDS;
        }
        return START_SECONDS
                + (row.work().isCounted(row)
                        ? warmupSeconds(row, implementation) + timedSeconds(row, round)
                        : row.work().ownSeconds(row));
    }

    /** What is compiled already needs only its connection to get going. */
    private double warmupSeconds(Row row, Implementation implementation) {
        return warmupSeconds * implementation.warmup() * row.work().warmup(row);
    }

    private double timedSeconds(Row row, int round) {
        if (round == Step.TRIAL) {
            return trialSeconds;
        }
        return row.work().rateIsGiven() ? PERCENTILE_FACTOR * timedSeconds : timedSeconds;
    }

    /** To two digits, as nobody can read more, and never too few to tell anything. */
    private static long rounded(double count) {
        long step = 1;
        while (count / step >= 100) {
            step *= 10;
        }
        return Math.max(FEWEST, Math.round(count / step) * step);
    }
}
