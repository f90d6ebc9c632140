package io.zmq4j.bridge.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** One broker for all tests of this JVM that do not kill theirs: it takes seconds to start. */
final class SharedBroker {
    private static @Nullable KafkaBroker broker;

    private SharedBroker() {}

    static synchronized KafkaBroker get() {
        KafkaBroker started = broker;
        if (started == null) {
            try {
                started = KafkaBroker.start(Files.createTempDirectory("kafka"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            broker = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end kafka"));
        }
        return started;
    }
}
