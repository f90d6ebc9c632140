package io.zmq4j.bench.role;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A role with all ends in this process. */
abstract class ProcessRole extends Role {
    /** Where the ends meet. */
    static final String ENDPOINT = "inproc://bench";

    @Parameters(index = "0", paramLabel = "SIZE", description = "Bytes of a message.")
    private int size;

    @Parameters(index = "1", paramLabel = "COUNT", description = "Messages, or round trips.")
    private long count;

    @Option(names = "--warmup", paramLabel = "N", description = "As many go before, uncounted.")
    private long warmup;

    final Run run() {
        return new Run(size, count, warmup);
    }

    @Override
    void check() {
        run();
    }
}
