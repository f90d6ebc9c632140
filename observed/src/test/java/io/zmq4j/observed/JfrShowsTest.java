package io.zmq4j.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording says of each fault. */
class JfrShowsTest {
    @TempDir
    private Path folder;

    private final Recording recording = new Recording(Map.of());
    private Exhibit exhibit;

    @BeforeEach
    void open() {
        recording.start();
        exhibit = new Exhibit();
    }

    @AfterEach
    void close() {
        exhibit.close();
        recording.close();
    }

    private List<RecordedEvent> events(String name, Fault fault) {
        Path file = folder.resolve("now.jfr");
        try {
            Files.deleteIfExists(file);
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("io.zmq4j." + name))
                    .filter(JfrShowsTest::isWhole)
                    .filter(event -> event.getString("socket").contains("\"" + fault.socket + "\""))
                    .toList();
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

    private RecordedEvent shown(String name, Fault fault) throws InterruptedException {
        return Soon.shown(name, () -> events(name, fault), events -> !events.isEmpty())
                .get(0);
    }

    /**
     * Of a fault that may happen again, to another socket of its name: each look begins a new chunk, and an event that is committed at
     * that moment may lose its texts for good, on JDK 17.
     */
    private RecordedEvent shownAfter(String name, Fault fault) throws InterruptedException {
        return Soon.shown(
                        name,
                        () -> {
                            fault.happenTo(exhibit);
                            pause();
                            return events(name, fault);
                        },
                        events -> !events.isEmpty())
                .get(0);
    }

    /** Far longer than a handshake takes. */
    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }

    @Test
    void thatNobodyListens() throws InterruptedException {
        Fault.NOBODY_LISTENS.happenTo(exhibit);
        RecordedEvent wait = shown("ReconnectWait", Fault.NOBODY_LISTENS);
        assertThat(wait.getString("endpoint")).startsWith("tcp://127.0.0.1:");
    }

    @Test
    void thatThePeerIsOfTheWrongType() throws InterruptedException {
        RecordedEvent handshake = shownAfter("Handshake", Fault.WRONG_TYPE);
        assertThat(handshake.getBoolean("succeeded")).isFalse();
        assertThat(handshake.getString("detail")).contains("PUB");
    }

    @Test
    void thatThePeerWantsAnotherMechanism() throws InterruptedException {
        RecordedEvent handshake = shownAfter("Handshake", Fault.WRONG_MECHANISM);
        assertThat(handshake.getBoolean("succeeded")).isFalse();
        assertThat(handshake.getString("mechanism")).isEqualTo("PLAIN");
    }

    @Test
    void aSubscriberThatIsSlow() throws InterruptedException {
        Fault.SLOW_SUBSCRIBER.happenTo(exhibit);
        assertThat(shown("Drop", Fault.SLOW_SUBSCRIBER).getString("reason")).isEqualTo("QUEUE_FULL");
    }

    @Test
    void aSenderThatWaits() throws InterruptedException {
        Fault.STALLED_LINK.happenTo(exhibit);
        SnapshotShowsTest.shown(exhibit.client, "source", it -> it.waitingSenders() == 1);
        Thread.sleep(100);
        exhibit.pipeline.resume();
        pause();
        RecordedEvent slow = shown("SlowSend", Fault.STALLED_LINK);
        assertThat(slow.getStackTrace().getFrames()).isNotEmpty();
        shown("QueueFull", Fault.STALLED_LINK);
    }

    @Test
    void aConnectionThatBreaksAndComesBack() throws InterruptedException {
        Fault.BROKEN_CONNECTION.happenTo(exhibit);
        pause();
        shown("Disconnect", Fault.BROKEN_CONNECTION);
        SnapshotShowsTest.shown(exhibit.client, "source", it -> it.statistics().connectionsMade() > 1);
        shown("Handshake", Fault.BROKEN_CONNECTION);
    }
}
