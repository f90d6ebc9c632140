package io.zmq4j.bench.role;

import java.util.concurrent.TimeUnit;

/** A conversation of one question and one answer at a time. */
final class Questions {
    private static final double MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    private Questions() {}

    /** Asks without a pause; gives the mean time of one way, in microseconds. */
    static double ask(Peer req, Run run) {
        var ledger = new Ledger(run.size());
        ask(req, run, ledger, run.warmup());
        long began = System.nanoTime();
        ask(req, run, ledger, run.count());
        return (System.nanoTime() - began) / MICRO / (2.0 * run.count());
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
