package io.zmq4j.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zmq4j.Context;
import io.zmq4j.event.DropReason;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topics, and the promise that a record neither waits nor leads to another one. */
class LogPublisherTest {
    private static final String ANY_PORT = "tcp://127.0.0.1:*";
    private static final Supplier<String> NEVER = () -> {
        throw new AssertionError("put into words for nobody");
    };

    @Test
    void theTopicIsTheRootTheLevelAndTheSubtopic() {
        try (var publisher =
                        LogPublisher.builder().bind(ANY_PORT).rootTopic("shop").open();
                var reader = Reader.of(publisher)) {
            publisher.publish(Severity.WARNING, "a.B", "plain", () -> "plain\n");
            publisher.publish(Severity.DEBUG, null, "orders.eu::booked {}", () -> "B - orders.eu::booked 7\n");

            assertThat(reader.next()).isEqualTo("shop.WARNING|plain\n");
            assertThat(reader.next()).isEqualTo("shop.DEBUG.orders.eu|B - booked 7\n");
        }
    }

    @Test
    void withoutARootTheTopicBeginsWithTheLevel() {
        try (var publisher = LogPublisher.builder().bind(ANY_PORT).open();
                var reader = Reader.of(publisher)) {
            publisher.publish(Severity.CRITICAL, "a.B", null, () -> "plain");

            assertThat(reader.next()).isEqualTo("CRITICAL|plain");
        }
    }

    @Test
    void whatTheLibraryLogsIsNotPublished() {
        try (var publisher = LogPublisher.builder().bind(ANY_PORT).open();
                var reader = Reader.of(publisher)) {
            publisher.publish(Severity.ERROR, "io.zmq4j", "own", NEVER);
            publisher.publish(Severity.ERROR, "io.zmq4j.drop", "own", NEVER);
            publisher.publish(Severity.ERROR, "io.zmq4jay", "another's", () -> "another's");

            assertThat(reader.next()).isEqualTo("ERROR|another's");
        }
    }

    @Test
    void whatIsLoggedWhileARecordIsPublishedIsNot() {
        try (var publisher = LogPublisher.builder().bind(ANY_PORT).open();
                var reader = Reader.of(publisher)) {
            publisher.publish(Severity.INFO, "a", "outer", () -> {
                publisher.publish(Severity.INFO, "a", "inner", NEVER);
                return "outer";
            });
            publisher.publish(Severity.INFO, "a", "next", () -> "next");

            assertThat(reader.next()).isEqualTo("INFO|outer");
            assertThat(reader.next()).isEqualTo("INFO|next");
        }
    }

    @Test
    void aTextThatFailsIsTheCallersAndTheNextRecordIsPublished() {
        try (var publisher = LogPublisher.builder().bind(ANY_PORT).open();
                var reader = Reader.of(publisher)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> publisher.publish(Severity.INFO, "a", "bad", () -> {
                        throw new IllegalArgumentException("bad");
                    }));
            publisher.publish(Severity.INFO, "a", "good", () -> "good");

            assertThat(reader.next()).isEqualTo("INFO|good");
        }
    }

    @Test
    void withoutASubscriberNothingIsPutIntoWords() {
        try (var publisher = LogPublisher.builder()
                .bind(ANY_PORT)
                .connect(Ports.tcpEndpoint())
                .open()) {
            publisher.publish(Severity.INFO, "a", "unheard", NEVER);

            assertThat(publisher.drops()).isEmpty();
        }
    }

    @Test
    void aSubscriberThatDoesNotReadHoldsNobodyUpAndWhatItMissesIsCounted() {
        try (var context = Context.create();
                var sub = context.sub().receiveHighWaterMark(1)) {
            var publisher = LogPublisher.builder()
                    .bind(ANY_PORT)
                    .highWaterMark(3)
                    .options("SNDBUF=4096")
                    .linger(Duration.ofMillis(100))
                    .open();
            sub.subscribe("");
            sub.connect(publisher.endpoint());
            assertThat(publisher.awaitSubscriber(Reader.PATIENCE)).isTrue();
            String text = "x".repeat(100_000);
            while (publisher.drops().getOrDefault(DropReason.QUEUE_FULL, 0L) < 100) {
                publisher.publish(Severity.INFO, "a", text, () -> text);
            }

            // LINGER is for ever by default, and a context waits for 30 seconds.
            long start = System.nanoTime();
            publisher.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(publisher.drops()).containsKey(DropReason.QUEUE_FULL).containsKey(DropReason.LINGER_EXPIRED);
            publisher.publish(Severity.INFO, "a", "late", NEVER);
        }
    }

    @Test
    void threadsThatLogAtTheSameTimeLoseNothingAndEachKeepsItsOrder() throws InterruptedException {
        int count = 2000;
        try (var publisher =
                        LogPublisher.builder().bind(ANY_PORT).highWaterMark(0).open();
                var reader = Reader.of(publisher)) {
            List<Thread> threads = Stream.of("0", "1", "2")
                    .map(name -> new Thread(() -> {
                        for (int i = 0; i < count; i++) {
                            String text = name + " " + i;
                            publisher.publish(Severity.INFO, "a", text, () -> text);
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);

            int[] next = new int[threads.size()];
            for (int i = 0; i < threads.size() * count; i++) {
                String record = reader.next();
                int thread = record.charAt("INFO|".length()) - '0';
                assertThat(record).isEqualTo("INFO|" + thread + " " + next[thread]++);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Test
    void anInterruptedThreadLogsAndStaysInterrupted() {
        try (var publisher = LogPublisher.builder().bind(ANY_PORT).open();
                var reader = Reader.of(publisher)) {
            Thread.currentThread().interrupt();
            publisher.publish(Severity.INFO, "a", "stopping", () -> "stopping");

            assertThat(Thread.interrupted()).isTrue();
            assertThat(reader.next()).isEqualTo("INFO|stopping");
        }
    }

    @Test
    void aSocketOfTheApplicationsStaysOpen() {
        try (var context = Context.create();
                var pub = context.pub()) {
            pub.bind(ANY_PORT);
            var publisher = LogPublisher.of(pub, "shop");
            try (var reader = Reader.of(publisher)) {
                publisher.close();
                publisher.under("store").publish(Severity.INFO, "a", "on", () -> "on");

                assertThat(reader.next()).isEqualTo("store.INFO|on");
            }
        }
    }
}
