package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code remote_pace}: the sending end of a steady stream. */
@Command(
        name = "remote_pace",
        description = {
            "PUSH: connect, and send COUNT messages to local_pace, RATE a second, evenly spaced; print the rate that was held.",
            ""
        })
public final class RemotePace extends WireRole {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Parameters(index = "3", paramLabel = "RATE", description = "Messages a second.")
    private int rate;

    @Option(
            names = "--spin",
            description = "Watch the clock instead of sleeping in between, for more than about 10,000 messages a second.")
    private boolean spins;

    @Override
    void check() {
        super.check();
        Run.atLeast("SIZE", run().size(), Stamps.SMALLEST_SIZE);
        Run.atLeast("RATE", rate, 1);
    }

    @Override
    void play(Library library) {
        var push = library.open(SocketType.PUSH);
        push.connect(endpoint());
        long began = System.nanoTime();
        long number = 0;
        for (; number < run().total(); number++) {
            // From the beginning, so that a late message does not delay those after it.
            await(began + number * SECOND / rate);
            push.send(Stamps.message(run().size(), number));
        }
        long nanos = System.nanoTime() - began;
        library.finish();
        print("rate %.0f", number * (double) SECOND / nanos);
    }

    private void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (spins) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(left);
            }
        }
    }
}
