package io.zmq4j.patterns.delivery;

import io.zmq4j.patterns.processes.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Kills a random participant under load, again and again, and looks for every message that was acknowledged: {@code KillRounds ROUNDS SEED
 * bind|connect}, which is what the sender does. The sender and three workers are a process each.
 */
public final class KillRounds implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> WORKERS = List.of("one", "two", "three");
    private static final String SENDER = "sender";
    private static final int ENOUGH = 200;

    private final Path directory;
    private final Random random;
    private final boolean senderBinds;
    private final Map<String, JavaProcess> running = new HashMap<>();
    private final Map<String, Integer> executed = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> kills = new HashMap<>();
    private volatile String end = "";
    private int senders;
    private long longestNanos;

    /**
     * @param lost acknowledged and never executed; or accepted by the sender that has lived to the end, and never executed
     * @param unacknowledged of the sender that has lived to the end
     */
    record Result(
            int rounds,
            int acknowledged,
            int lost,
            int unacknowledged,
            int executedTwice,
            Map<String, Integer> kills,
            long longestMillis) {}

    KillRounds(Path directory, long seed, boolean senderBinds) {
        this.directory = directory;
        this.random = new Random(seed);
        this.senderBinds = senderBinds;
    }

    public static void main(String... arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        boolean senderBinds = arguments.length < 3 || arguments[2].equals("bind");
        try (var run = new KillRounds(Files.createTempDirectory("kill"), seed, senderBinds)) {
            System.out.println("seed " + seed);
            System.out.println(run.run(rounds));
        }
    }

    Result run(int rounds) throws InterruptedException {
        start(SENDER);
        WORKERS.forEach(this::start);
        for (int i = 0; i < rounds; i++) {
            round();
        }
        running.get(SENDER).say("end");
        await(() -> !end.isEmpty());
        running.values().forEach(JavaProcess::kill);
        String[] words = end.split(" ");
        int unacknowledged = Integer.parseInt(words[2]);
        Set<String> owed = new HashSet<>(acknowledged);
        for (int number = 1; unacknowledged == 0 && number <= Integer.parseInt(words[1]); number++) {
            owed.add("s" + senders + "-" + number);
        }
        return new Result(
                rounds,
                acknowledged.size(),
                (int) owed.stream().filter(key -> !executed.containsKey(key)).count(),
                unacknowledged,
                (int) executed.values().stream().filter(count -> count > 1).count(),
                Map.copyOf(kills),
                TimeUnit.NANOSECONDS.toMillis(longestNanos));
    }

    private void start(String name) {
        List<String> arguments = new ArrayList<>();
        if (name.equals(SENDER)) {
            arguments.addAll(List.of(SENDER, "s" + ++senders, senderBinds ? "bind" : "connect"));
            arguments.addAll(
                    senderBinds
                            ? List.of(endpoint(SENDER))
                            : WORKERS.stream().map(this::endpoint).toList());
        } else {
            arguments.addAll(List.of("worker", name, senderBinds ? "connect" : "bind"));
            arguments.add(endpoint(senderBinds ? SENDER : name));
        }
        running.put(name, new JavaProcess(KillParticipant.class, arguments, this::onLine));
    }

    private String endpoint(String name) {
        return "ipc://" + directory.resolve(name);
    }

    private void onLine(String line) {
        if (line.startsWith("E ")) {
            executed.merge(line.substring(2), 1, Integer::sum);
        } else if (line.startsWith("A ")) {
            acknowledged.add(line.substring(2));
        } else if (line.startsWith("end ")) {
            end = line;
        }
    }

    private void round() throws InterruptedException {
        awaitProgress();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
        int victim = random.nextInt(1 + WORKERS.size());
        String name = victim == 0 ? SENDER : WORKERS.get(victim - 1);
        kills.merge(victim == 0 ? SENDER : "worker", 1, Integer::sum);
        running.get(name).kill();
        start(name);
        long began = System.nanoTime();
        awaitProgress();
        longestNanos = Math.max(longestNanos, System.nanoTime() - began);
    }

    private void awaitProgress() throws InterruptedException {
        int before = acknowledged.size();
        await(() -> acknowledged.size() > before + ENOUGH);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Override
    public void close() {
        running.values().forEach(JavaProcess::kill);
    }
}
