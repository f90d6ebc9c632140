package io.zmq4j;

import io.zmq4j.socket.ContextCore;
import java.lang.ref.Cleaner;
import java.time.Duration;

/**
 * What a context, its sockets and pollers, and the calls that wait hold in common, and nobody else: when it becomes
 * unreachable, the context can never be closed any more. Then it is closed here, and the leak reported.
 */
final class Lifeline {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private Lifeline() {}

    static Lifeline of(ContextCore core) {
        var lifeline = new Lifeline();
        CLEANER.register(lifeline, () -> closeLost(core));
        return lifeline;
    }

    private static void closeLost(ContextCore core) {
        if (!core.isClosed()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a Context was dropped without close(): it is closed now, and what was on its way may be lost; "
                            + "use try-with-resources");
            core.close(Duration.ZERO);
        }
    }
}
