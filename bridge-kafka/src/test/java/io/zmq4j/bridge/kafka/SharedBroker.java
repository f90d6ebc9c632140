package io.zmq4j.bridge.kafka;

import io.zmq4j.testkit.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One broker for all tests of this JVM, as it takes seconds to start. Each test has topics of its own. */
final class SharedBroker {
    private static final KafkaBroker BROKER = start();

    private SharedBroker() {}

    static KafkaBroker get() {
        return BROKER;
    }

    private static KafkaBroker start() {
        try {
            Path folder = Files.createTempDirectory("kafka");
            KafkaBroker broker = KafkaBroker.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(broker, folder), "end Kafka"));
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(KafkaBroker broker, Path folder) {
        broker.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
