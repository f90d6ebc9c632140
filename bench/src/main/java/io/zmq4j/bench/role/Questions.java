package io.zmq4j.bench.role;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A conversation of one question and one answer at a time. */
final class Questions {
    private static final double MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    private Questions() {}

    /** Asks without a pause; gives the mean time of one way, in microseconds. In the first answer is the time to connect. */
    static double ask(Peer req, Run run) {
        return ask(req, run, System::nanoTime);
    }

    static double ask(Peer req, Run run, LongSupplier nanoClock) {
        var ledger = new Ledger(run.size());
        ask(req, run, ledger, run.beforeClock());
        long counted = run.total() - run.beforeClock();
        long began = nanoClock.getAsLong();
        ask(req, run, ledger, counted);
        return (nanoClock.getAsLong() - began) / MICRO / (2.0 * counted);
    }

    /** Without a warm-up the clock starts at the first answer, so it takes two. */
    static void check(Run run) {
        Run.atLeast("COUNT", run.total(), 2);
    }

    private static void ask(Peer req, Run run, Ledger ledger, long count) {
        for (long i = 0; i < count; i++) {
            ask(req, run, ledger);
        }
    }

    private static void ask(Peer req, Run run, Ledger ledger) {
        req.send(Numbers.message(run.size(), ledger.taken()));
        req.receive(ledger);
    }

    /** Asks after a pause each, but for the warm-up; gives the median of the single times of one way, in microseconds. */
    static double ask(Peer req, Run run, long pauseMillis) {
        var ledger = new Ledger(run.size());
        ask(req, run, ledger, run.warmup());
        var times = new Samples(run.count());
        for (long i = 0; i < run.count(); i++) {
            Pause.millis(pauseMillis);
            long began = System.nanoTime();
            ask(req, run, ledger);
            times.add(System.nanoTime() - began);
        }
        return times.percentile(50) / MICRO / 2;
    }

    /** The other side. */
    static void answer(Peer rep, Run run, Ledger ledger) {
        while (ledger.taken() < run.total()) {
            rep.answer(ledger);
        }
    }
}
