package io.zmq4j.examples.eight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each program does the same in Java alone and with its twin in any of its roles; {@code none} has no twin. */
class EightTest {
    private final Deque<Program> running = new ArrayDeque<>();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        running.forEach(Program::close);
    }

    private String endpoint(String name) {
        return "ipc://" + directory.resolve(name);
    }

    private Program start(Class<?> program, String twin, String... arguments) {
        Program started =
                arguments[0].equals(twin) ? Program.python(program, arguments) : Program.java(program, arguments);
        running.push(started);
        return started;
    }

    private static String[] numbered(String before, int count, String after) {
        return IntStream.range(0, count).mapToObj(i -> before + i + after).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ventilator", "worker", "sink"})
    void tasksAreDoneAndCollected(String twin) throws Exception {
        Class<?> program = TaskPipeline.class;
        Program sink = start(program, twin, "sink", endpoint("b"), "10");
        start(program, twin, "worker", endpoint("a"), endpoint("b"));
        Program ventilator = start(program, twin, "ventilator", endpoint("a"), "10");
        assertThat(sink.rest()).containsExactly(numbered("task ", 10, " done"));
        assertThat(sink.exitCode()).isZero();
        assertThat(ventilator.rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "publisher", "subscriber"})
    void subscriberHearsItsTopicAlone(String twin) throws Exception {
        Program subscriber = start(FilteredNews.class, twin, "subscriber", endpoint("a"), "weather");
        start(FilteredNews.class, twin, "publisher", endpoint("a"));
        assertThat(subscriber.lines(3)).allMatch(line -> line.matches("weather: \\d+ degrees"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "server", "client"})
    void eachOfAHundredRequestsGetsItsReply(String twin) throws Exception {
        start(ManyRequests.class, twin, "server", endpoint("a"));
        Program client = start(ManyRequests.class, twin, "client", endpoint("a"));
        assertThat(client.rest()).containsExactly(numbered("reply to request ", 100, ""));
        assertThat(client.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "server", "client"})
    void ordersAreBilledInJson(String twin) throws Exception {
        start(JsonOrders.class, twin, "server", endpoint("a"));
        Program client = start(JsonOrders.class, twin, "client", endpoint("a"));
        assertThat(client.rest()).containsExactly("750");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "source", "watcher"})
    void watcherHearsBothUntilThereIsSilence(String twin) throws Exception {
        Program source = start(TwoSockets.class, twin, "source", endpoint("a"), endpoint("b"));
        Program watcher = start(TwoSockets.class, twin, "watcher", endpoint("a"), endpoint("b"));
        Set<String> kinds = new HashSet<>();
        while (!kinds.containsAll(Set.of("task", "news"))) {
            String line = watcher.line();
            kinds.add(line.replaceFirst(" .*", ""));
            if (line.equals("silence")) { // the source takes its time to begin
                watcher = start(TwoSockets.class, twin, "watcher", endpoint("a"), endpoint("b"));
            }
        }
        source.close();
        assertThat(watcher.rest()).endsWith("silence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "boss", "worker"})
    void interruptedWorkerHandsOverWhatItHasBegun(String twin) throws Exception {
        Program boss = start(CleanStop.class, twin, "boss", endpoint("a"), endpoint("b"));
        Program worker = start(CleanStop.class, twin, "worker", endpoint("a"), endpoint("b"));
        int begun = worker.lines(2).size();
        worker.interrupt();
        begun += worker.rest().size();
        // A JVM that a signal ends says so: 128 and the signal's number.
        assertThat(worker.exitCode()).isEqualTo(twin.equals("worker") ? 0 : 130);
        assertThat(boss.lines(begun)).containsExactly(numbered("task ", begun, " done"));
        assertThat(begun).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "server", "client"})
    void busyServerHandlesRequestsInThreads(String twin) throws Exception {
        start(BusyServer.class, twin, "server", endpoint("a"));
        Program client = start(BusyServer.class, twin, "client", endpoint("a"));
        List<String> replies = client.rest();
        assertThat(replies).hasSize(20);
        if (!twin.equals("server")) {
            boolean isVirtual = Runtime.version().feature() >= 21;
            assertThat(replies).allMatch(reply -> reply.contains(isVirtual ? " by VirtualThread[" : " by Thread["));
            // A platform thread may handle another request when it is done.
            assertThat(replies.stream()
                            .map(reply -> reply.replaceFirst(".* by ", ""))
                            .distinct())
                    .hasSizeBetween(isVirtual ? 20 : 1, 20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "cache", "publisher", "subscriber"})
    void lateSubscriberGetsTheLastValue(String twin) throws Exception {
        Class<?> program = LastValueCache.class;
        start(program, twin, "cache", endpoint("a"), endpoint("b"));
        Program publisher = start(program, twin, "publisher", endpoint("a"), "tea", "cold");
        publisher.rest();
        assertThat(publisher.exitCode()).isZero();
        for (int i = 0; i < 2; i++) {
            Program late = start(program, twin, "subscriber", endpoint("b"), "tea");
            assertThat(late.rest()).containsExactly("cold");
        }
    }
}
