package io.zmq4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Runs programs' main methods in threads, listens to their standard output, and interrupts those that never end. */
final class Rehearsal {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Path directory;
    private final PrintStream console = System.out;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /** @param directory for the sockets of endpoints */
    Rehearsal(Path directory) {
        this.directory = directory;
        System.setOut(new PrintStream(new LineStream(), true, StandardCharsets.UTF_8));
    }

    /** A program's main method. */
    @FunctionalInterface
    interface Main {
        void main(String[] args) throws Exception;
    }

    String endpoint(String name) {
        return "ipc://" + directory.resolve(name);
    }

    /** Starts a program. */
    Thread start(Main program, String... args) {
        var thread = new Thread(() -> run(program, args));
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void run(Main program, String... args) {
        try {
            program.main(args);
            hear("ended well");
        } catch (Exception e) {
            hear("ended with " + e);
        }
    }

    /** Runs a program that must end by itself. */
    void perform(Main program, String... args) throws InterruptedException {
        Thread thread = start(program, args);
        thread.join(DEADLINE.toMillis());
        assertThat(thread.isAlive())
                .as("still running; heard so far: %s", heard())
                .isFalse();
    }

    /** Waits until at least so many lines like this were printed. */
    void await(int count, Predicate<String> like) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        synchronized (lines) {
            while (lines.stream().filter(like).count() < count) {
                long leftMillis = (end - System.nanoTime()) / 1_000_000;
                assertThat(leftMillis).as("not heard; heard so far: %s", lines).isPositive();
                lines.wait(leftMillis);
            }
        }
    }

    List<String> heard() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    private void hear(String line) {
        synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
        }
    }

    /** Interrupts whatever runs and waits for its end. */
    void close() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(DEADLINE.toMillis());
            assertThat(thread.isAlive()).as("does not end when interrupted").isFalse();
        }
        System.setOut(console);
    }

    /** Cuts what is printed into lines. */
    private final class LineStream extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int octet) {
            if (octet == '\n') {
                hear(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(octet);
            }
        }
    }
}
