package io.zmq4j.services.broker;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Runs what stands in the middle until the process is ended, and says how it is doing if that is asked for. */
final class Running {
    @Option(
            names = "--statistics",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Print how it stands on stdout every so many seconds, a line of JSON each.")
    private @Nullable Duration statistics;

    static void say(String line) {
        System.err.println("zmq: " + line);
    }

    /**
     * Until it has ended, or stdout is closed.
     *
     * @param end waits for the end
     */
    void run(Supplier<? extends Record> numbers, Runnable end) throws InterruptedException {
        if (statistics == null) {
            end.run();
            return;
        }
        while (!System.out.checkError()) {
            TimeUnit.NANOSECONDS.sleep(statistics.toNanos());
            System.out.println(RecordJson.of(numbers.get()));
        }
    }
}
