package io.zmq4j.patterns.titanic;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.processes.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Kills a random participant under load, again and again, and looks for every request that was acknowledged: {@code KillRounds ROUNDS SEED}.
 * Broker and Titanic server, workers and clients are a process each.
 */
final class KillRounds implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ROLES = List.of("broker", "worker", "client");

    private final Path directory;
    private final String endpoint;
    private final Random random;
    private final Map<String, JavaProcess> running = new HashMap<>();
    private final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> executed = new ConcurrentHashMap<>();
    private final Map<String, Boolean> closed = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> others = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> kills = new HashMap<>();
    private int started;
    private int checked;
    private long longestNanos;

    /** @param lost acknowledged, and never executed or without the right reply */
    record Result(
            int rounds,
            int acknowledged,
            int lost,
            int executedTwice,
            Map<String, Integer> kills,
            List<String> complaints,
            long longestMillis) {}

    KillRounds(Path directory, long seed) {
        this.directory = directory;
        this.endpoint = "ipc://" + directory.resolve("broker");
        this.random = new Random(seed);
    }

    public static void main(String... arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path directory = Files.createTempDirectory("kill");
        try (var run = new KillRounds(directory, seed)) {
            System.out.println("seed " + seed + ", " + directory);
            System.out.println(run.run(rounds));
        }
    }

    Result run(int rounds) throws Exception {
        try (var context = Context.create();
                var client = TitanicClient.connect(context, endpoint)) {
            ROLES.forEach(this::start);
            int lost = 0;
            for (int i = 0; i < rounds; i++) {
                if (i > 0) {
                    running.get("client").say("go on");
                }
                round();
                lost += lostOf(client);
            }
            int twice =
                    (int) executed.values().stream().filter(count -> count > 1).count();
            return new Result(
                    rounds,
                    acknowledged.size(),
                    lost,
                    twice,
                    Map.copyOf(kills),
                    List.copyOf(others),
                    TimeUnit.NANOSECONDS.toMillis(longestNanos));
        }
    }

    private void start(String role) {
        List<String> arguments = switch (role) {
            case "broker" -> List.of(role, endpoint, directory.resolve("store").toString());
            case "worker" -> List.of(role, endpoint);
            default -> List.of(role, endpoint, "k" + ++started);
        };
        running.put(role, new JavaProcess(KillParticipant.class, arguments, this::onLine));
    }

    private void onLine(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "E" -> executed.merge(words[1], 1, Integer::sum);
            case "A" -> acknowledged.put(words[1], UUID.fromString(words[2]));
            case "C" -> closed.put(words[1], true);
            case "up" -> {}
            case "paused" -> closed.put("paused", true);
            default -> others.add(line);
        }
    }

    private void round() throws InterruptedException {
        int before = acknowledged.size();
        await(() -> acknowledged.size() > before + 20);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        String victim = ROLES.get(random.nextInt(ROLES.size()));
        kills.merge(victim, 1, Integer::sum);
        running.get(victim).kill();
        start(victim);
        int after = acknowledged.size();
        long began = System.nanoTime();
        await(() -> acknowledged.size() > after + 20);
        longestNanos = Math.max(longestNanos, System.nanoTime() - began);
    }

    /** Looks for everything that was acknowledged since the last time, while nobody asks. */
    private int lostOf(TitanicClient client) throws InterruptedException {
        running.get("client").say("pause");
        await(() -> closed.containsKey("paused"));
        closed.remove("paused");
        int lost = 0;
        for (Map.Entry<String, UUID> each : List.copyOf(acknowledged.entrySet())) {
            if (!isDone(client, each.getKey(), each.getValue())) {
                others.add("lost " + each);
                lost++;
            }
        }
        return lost;
    }

    private boolean isDone(TitanicClient client, String key, UUID id) {
        if (closed.containsKey(key)) {
            return executed.containsKey(key);
        }
        checked++;
        closed.put(key, true);
        String reply = client.await(id, PATIENCE).map(Message::text).orElse("");
        return reply.equals("done " + key) && executed.containsKey(key);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** How many replies were fetched when their client had left them. */
    int checked() {
        return checked;
    }

    @Override
    public void close() {
        running.values().forEach(JavaProcess::kill);
    }
}
