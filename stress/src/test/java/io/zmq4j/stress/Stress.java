package io.zmq4j.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The long run; {@code stress/run} says how it is called. Its exit code is 1 if anything failed. */
public final class Stress {
    private static final int LITMUS_MILLIS = 1000;
    /** So many seeds of a subject are told. */
    private static final int MOST_TOLD = 5;

    private Stress() {}

    /**
     * {@code schedules SECONDS SEED}, {@code simulations SEEDS SECONDS SEED}, {@code litmus SECONDS}, or
     * {@code replay SUBJECT SEED}.
     */
    public static void main(String[] args) throws InterruptedException {
        boolean holds = switch (args[0]) {
            case "schedules" -> schedules(Long.parseLong(args[1]), Long.parseLong(args[2]));
            case "simulations" -> simulations(args);
            case "litmus" -> litmus(Long.parseLong(args[1]));
            case "replay" -> replay(explorer(args[1]), Long.parseLong(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        };
        System.exit(holds ? 0 : 1);
    }

    // ---- schedules

    /** All subjects in turn, each schedule from the next seed, on every processor. */
    private static boolean schedules(long seconds, long firstSeed) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Map<Subject, Explorer> explorers = new EnumMap<>(Subject.class);
        Map<Subject, LongAdder> played = new EnumMap<>(Subject.class);
        Map<Subject, List<Failure>> failures = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            explorers.put(subject, Explorer.of(subject.scenario, Grain.FINE));
            played.put(subject, new LongAdder());
            failures.put(subject, Collections.synchronizedList(new ArrayList<>()));
        }
        var next = new AtomicLong();
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            workers.add(new Thread(() -> {
                while (System.nanoTime() - deadline < 0) {
                    long number = next.getAndIncrement();
                    Subject subject = Subject.values()[(int) (number % Subject.values().length)];
                    Failure failure = explorers.get(subject).play(firstSeed + number / Subject.values().length);
                    played.get(subject).increment();
                    if (failure != null) {
                        failures.get(subject).add(failure);
                    }
                }
            }));
        }
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        boolean holds = true;
        for (Subject subject : Subject.values()) {
            List<Failure> failed = failures.get(subject);
            holds &= failed.isEmpty();
            System.out.printf(
                    "%-10s %9d schedules  %s%n",
                    subject,
                    played.get(subject).sum(),
                    failed.isEmpty() ? "ok" : "FAILED " + failed.size() + ", seeds " + seeds(failed));
        }
        return holds;
    }

    private static String seeds(List<Failure> failures) {
        return failures.stream()
                .limit(MOST_TOLD)
                .map(failure -> failure.seed() + " ("
                        + failure.what().lines().findFirst().orElse("") + ")")
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }

    private static boolean simulations(String[] args) throws InterruptedException {
        return new Simulations(List.of(Conversation.values()))
                .play(
                        Long.parseLong(args[1]),
                        Long.parseLong(args[3]),
                        TimeUnit.SECONDS.toNanos(Long.parseLong(args[2])));
    }

    private static Explorer explorer(String name) {
        return Arrays.stream(Conversation.values())
                .filter(conversation -> conversation.name().equals(name))
                .findFirst()
                .map(Conversation::explorer)
                .orElseGet(() -> Explorer.of(Subject.valueOf(name).scenario, Grain.FINE));
    }

    private static boolean replay(Explorer explorer, long seed) {
        Failure failure = explorer.play(seed);
        System.out.println(failure == null ? "ok" : failure);
        return failure == null;
    }

    // ---- litmus

    private static boolean litmus(long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Map<String, LitmusRun> runs = new LinkedHashMap<>();
        for (Litmus litmus : Litmus.values()) {
            runs.computeIfAbsent(litmus.test, test -> LitmusRun.of(litmus));
        }
        var failures = new TreeMap<String, String>();
        do {
            runs.forEach((test, run) -> {
                String failure = run.run(LITMUS_MILLIS);
                if (failure != null) {
                    failures.put(test, failure);
                }
            });
        } while (System.nanoTime() - deadline < 0);
        runs.forEach((test, run) -> System.out.printf(
                "%-34s %12d samples  %s%n",
                test, run.samples(), failures.containsKey(test) ? "FAILED " + failures.get(test) : "ok"));
        return failures.isEmpty();
    }
}
