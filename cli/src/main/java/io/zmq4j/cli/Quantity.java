package io.zmq4j.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code -n}: how many messages. */
final class Quantity {
    @Option(
            names = {"-n", "--count"},
            paramLabel = "COUNT",
            converter = Count.class,
            description = "End after that many messages; where the type sends and receives, after that many each way.")
    private @Nullable Long count;

    /** What was asked for, or else this. */
    long orElse(long otherwise) {
        return count != null ? count : otherwise;
    }
}
