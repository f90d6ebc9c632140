package io.zmq4j.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** A recording that has begun, with the settings that events have by themselves and these. */
final class Recorded implements AutoCloseable {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    /**
     * Before each look but those that want all there is: each begins a new chunk, and an event that is committed at that moment may
     * lose its texts for good, on JDK 17.
     */
    private static final long BEFORE_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Recording recording;

    private Recorded(Recording recording) {
        this.recording = recording;
        recording.start();
    }

    static Recorded byDefault() {
        return new Recorded(new Recording());
    }

    /** With these settings, such as {@code io.zmq4j.Drop#enabled}. */
    static Recorded with(Map<String, String> settings) {
        return new Recorded(new Recording(settings));
    }

    /** What has been recorded so far of this name, without {@code io.zmq4j.}. */
    List<RecordedEvent> all(String name) {
        try {
            Path file = Files.createTempFile("zmq4j", ".jfr");
            try {
                recording.dump(file);
                return RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals("io.zmq4j." + name))
                        .filter(Recorded::isWhole)
                        .toList();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A dump may have an event whose texts are not written yet: they read as null, which none of ours is. */
    private static boolean isWhole(RecordedEvent event) {
        return event.getFields().stream()
                .filter(field -> field.getTypeName().equals("java.lang.String"))
                .allMatch(field -> event.getString(field.getName()) != null);
    }

    /** The first event of this name that is so. */
    RecordedEvent await(String name, Predicate<RecordedEvent> condition) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (true) {
            LockSupport.parkNanos(BEFORE_LOOK_NANOS);
            List<RecordedEvent> events = all(name);
            Optional<RecordedEvent> found = events.stream().filter(condition).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(System.nanoTime())
                    .as("%s in time; there is %s", name, events)
                    .isLessThan(deadline);
        }
    }

    RecordedEvent await(String name) {
        return await(name, event -> true);
    }

    @Override
    public void close() {
        recording.close();
    }
}
