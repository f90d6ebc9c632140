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
            "PUSH: send a steady stream.",
            "Connects, sends COUNT messages to local_pace, RATE a second, evenly spaced, and prints the rate that was held. The",
            "--warmup goes at 10,000 a second at least.",
            "",
        })
public final class RemotePace extends WireRole {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** At a message each millisecond a JIT compiler would take minutes to be done. */
    private static final long SLOWEST_WARMUP = 10_000;

    @Parameters(index = "3", paramLabel = "RATE", description = "Messages a second.")
    private int rate;

    @Option(
            names = "--spin",
            description =
                    "Watch the clock instead of sleeping in between, for more than about 10,000 messages a second.")
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
        send(push, 0, run().warmup(), Math.max(rate, SLOWEST_WARMUP));
        double held = send(push, run().warmup(), run().count(), rate);
        library.finish();
        print("rate", 0, held);
    }

    /** Gives the rate that was held. */
    private double send(Peer push, long first, long count, long perSecond) {
        long began = System.nanoTime();
        for (long i = 0; i < count; i++) {
            // From the beginning, so that a late message does not delay those after it.
            await(began + i * SECOND / perSecond);
            push.send(Stamps.message(run().size(), first + i));
        }
        return count * (double) SECOND / (System.nanoTime() - began);
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
