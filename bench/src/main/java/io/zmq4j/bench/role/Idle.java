package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code idle}: what connections cost that nobody uses. */
@Command(
        name = "idle",
        description = {
            "What connections cost that nobody uses.",
            "Connects N PUSH to one PULL over tcp in one context and lets them be; prints wakeups, the context switches, and cpu-ms,",
            "the CPU time of zmq4j's threads meanwhile, and before that both of the whole process. On Linux.",
            "",
        })
public final class Idle extends Role {
    private static final double MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /** What setting up leaves to do: compiling, collecting. */
    private static final long SETTLE_MILLIS = 1000;

    @Parameters(index = "0", paramLabel = "N", description = "Number of connections.")
    private int connections;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "How long to watch. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Override
    void check() {
        Run.atLeast("N", connections, 1);
    }

    @Override
    void play(Library library) {
        var zmq4j = (Zmq4j) library;
        var pull = zmq4j.socket(SocketType.PULL);
        var endpoint = pull.bind("tcp://127.0.0.1:*");
        for (int i = 0; i < connections; i++) {
            zmq4j.socket(SocketType.PUSH).connect(endpoint);
        }
        while (pull.peerCount() < connections) {
            Pause.millis(1);
        }
        Pause.millis(SETTLE_MILLIS);
        var ownBefore = Tasks.ofLibrary();
        var allBefore = Tasks.ofProcess();
        Pause.seconds(seconds);
        var own = Tasks.ofLibrary().since(ownBefore);
        var all = Tasks.ofProcess().since(allBefore);
        print("process-wakeups", 0, (double) all.wakeups());
        print("process-cpu-ms", 3, all.cpuNanos() / MILLI);
        print("cpu-ms", 3, own.cpuNanos() / MILLI);
        print("wakeups", 0, (double) own.wakeups());
    }
}
