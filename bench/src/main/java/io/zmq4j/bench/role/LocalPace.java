package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** {@code local_pace}: the receiving end of a steady stream. */
@Command(
        name = "local_pace",
        description = {
            "PULL: take a steady stream; print us, the median time of one way.",
            "Binds, takes COUNT messages from remote_pace, and prints p50, p99, p99.9 and max, the time each was on its way in",
            "microseconds. Connecting takes time: give both ends a --warmup.",
            "",
        })
public final class LocalPace extends WireRole {
    private static final double MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    @Override
    void check() {
        super.check();
        Run.atLeast("SIZE", run().size(), Stamps.SMALLEST_SIZE);
    }

    @Override
    void play(Library library) {
        var pull = library.open(SocketType.PULL);
        pull.bind(endpoint());
        var ages = take(pull, run());
        for (var percent : new String[] {"50", "99", "99.9"}) {
            print("p" + percent, 3, ages.percentile(Double.parseDouble(percent)) / MICRO);
        }
        print("max", 3, ages.percentile(100) / MICRO);
        print("us", 3, ages.percentile(50) / MICRO);
    }

    private static Samples take(Peer pull, Run run) {
        var ledger = new Ledger(run.size());
        var ages = new Samples(run.count());
        while (ledger.taken() < run.total()) {
            var message = pull.receive();
            // Only a message that was checked is known to have a time.
            long now = System.nanoTime();
            ledger.take(message);
            if (ledger.taken() > run.warmup()) {
                ages.add(now - Stamps.time(message));
            }
        }
        return ages;
    }
}
