package io.zmq4j.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.error.EndpointException;
import io.zmq4j.event.DropReason;
import io.zmq4j.testkit.Ports;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "a::b, a",
        "a-1.b_2::c, a-1.b_2",
        "zahlung.größe::c, zahlung.größe",
        "a::b::c, a",
        "::1 is up, ''",
        "no peer at fe80::1, ''",
        "a..b::c, ''",
        ".a::c, ''",
        "a b::c, ''",
        "a:b, ''",
        "'', ''"
    })
    void aSubtopicIsWordsJoinedByDots(String message, String subtopic) {
        assertThat(Subtopic.of(message)).isEqualTo(subtopic);
    }

    @Test
    void aSubtopicIsNoLongerThanIsSensible() {
        assertThat(Subtopic.of("a".repeat(255) + "::b")).hasSize(255);
        assertThat(Subtopic.of("a".repeat(256) + "::b")).isEmpty();
    }

    @Test
    void aTextWithoutTheMessageStaysAsItIs() {
        assertThat(Subtopic.without("a", "x a:: y")).isEqualTo("x  y");
        assertThat(Subtopic.without("a", "elsewhere")).isEqualTo("elsewhere");
        assertThat(Subtopic.without("", "a::b")).isEqualTo("a::b");
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
    void itConnectsToOneThatCollects() {
        String endpoint = Ports.tcpEndpoint();
        try (var publisher = LogPublisher.builder().connect(endpoint).open();
                var context = Context.create();
                var sub = context.sub()) {
            sub.subscribe("INFO");
            sub.bind(endpoint);
            assertThat(publisher.awaitSubscriber(Reader.PATIENCE)).isTrue();
            publisher.publish(Severity.INFO, "a", "collected", () -> "collected");

            assertThat(sub.receive(Reader.PATIENCE).orElseThrow().text(1)).isEqualTo("collected");
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

    @Test
    void whatCannotBeOpenedSaysWhy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder().open())
                .withMessage("there is no endpoint: bind or connect has to be set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder().linger(Duration.ofMillis(-1)))
                .withMessage("linger is PT-0.001S: zero or more is allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder().options("SNDBUF=1; LINGER"))
                .withMessage("options has 'LINGER': NAME=VALUE is allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder()
                        .bind(ANY_PORT)
                        .options("NOSUCH=1")
                        .open())
                .withMessageContaining("NOSUCH");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPublisher.builder()
                        .bind(ANY_PORT)
                        .options("XPUB_NODROP=true")
                        .open())
                .withMessageContaining("XPUB_NODROP is set");
        try (var taken = LogPublisher.builder().bind(ANY_PORT).open()) {
            assertThatThrownBy(
                            () -> LogPublisher.builder().bind(taken.endpoint()).open())
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining(taken.endpoint().substring("tcp://".length()));
        }
    }
}
