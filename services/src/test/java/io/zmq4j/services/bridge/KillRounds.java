package io.zmq4j.services.bridge;

import io.zmq4j.testkit.KafkaBroker;
import io.zmq4j.testkit.NatsServer;
import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A sender, a bridge, a broker, a bridge back and a worker, one process each, of which a random one is killed in each round:
 * {@code KillRounds kafka|nats ROUNDS [SEED]}. In the end the worker must have everything that was acknowledged to the sender.
 */
final class KillRounds {
    /** Several JVMs start in it, and a broker comes back, on a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final int PROGRESS = 100;

    /** What is killed and started again. */
    private record Victim(String name, Runnable kill, Runnable start) {}

    /** How it ended. */
    record Outcome(List<String> killed, int acknowledged, int missing, int outOfOrder, int repeats) {}

    private KillRounds() {}

    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        System.out.println("seed " + seed);
        System.out.println(run(arguments[0], Integer.parseInt(arguments[1]), seed, Files.createTempDirectory("kill")));
        System.exit(0);
    }

    static Outcome run(String engine, int rounds, long seed, Path folder) throws IOException, InterruptedException {
        if (engine.equals("kafka")) {
            try (var broker = KafkaBroker.start(folder.resolve("kafka"))) {
                return run(
                        broker.topic("kill?create=2&key=frame:0"),
                        broker.topic("kill?group=g&session.timeout.ms=6000"),
                        new Victim("broker", broker::kill, broker::restart),
                        rounds,
                        seed,
                        folder);
            }
        }
        try (var server = NatsServer.start(folder.resolve("nats"))) {
            return run(
                    server.stream("KILL?create=kill.>&subject=kill.{key}&key=frame:0"),
                    server.stream("KILL?durable=d&ackwait=3s&create=kill.>"),
                    new Victim("server", server::kill, server::restart),
                    rounds,
                    seed,
                    folder);
        }
    }

    private static Outcome run(String to, String from, Victim broker, int rounds, long seed, Path folder)
            throws IOException, InterruptedException {
        int in = Ports.freeTcpPort();
        int out = Ports.freeTcpPort();
        Path stop = folder.resolve("stop");
        var ledger = new Ledger(folder.resolve("acknowledged"), folder.resolve("arrived"));
        var random = new Random(seed);
        List<String> killed = new ArrayList<>();
        try (var there = new Participant(folder, BridgeProcess.class, "dealer://127.0.0.1:" + in + "?bind", to);
                var worker = new Participant(
                        folder,
                        WorkerProcess.class,
                        "tcp://127.0.0.1:" + out,
                        folder.resolve("arrived").toString());
                var sender = new Participant(
                        folder,
                        SenderProcess.class,
                        "tcp://127.0.0.1:" + in,
                        folder.resolve("acknowledged").toString(),
                        stop.toString());
                var back = new Participant(folder, BridgeProcess.class, from, "dealer://127.0.0.1:" + out + "?bind")) {
            var victims = List.of(
                    broker,
                    new Victim("bridge", there::kill, there::ensure),
                    new Victim("bridge back", back::kill, back::ensure),
                    new Victim("worker", worker::kill, worker::ensure),
                    new Victim("sender", sender::kill, sender::ensure));
            var progress = new Progress(ledger, List.of(sender, there, back, worker), PATIENCE);
            progress.await("before the first kill", PROGRESS);
            for (int round = 0; round < rounds; round++) {
                Victim victim = victims.get(random.nextInt(victims.size()));
                victim.kill().run();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
                victim.start().run();
                killed.add(victim.name());
                String phase = "round " + round + ", " + victim.name() + " was killed";
                progress.await(phase, ledger.arrivedCount() + PROGRESS);
                System.out.println(phase + ": " + ledger.arrivedCount() + " arrived");
            }
            Files.createFile(stop);
            progress.awaitRest(sender, List.of(there, back, worker));
        }
        return new Outcome(
                killed, ledger.acknowledgedCount(), ledger.missing().size(), ledger.outOfOrder(), ledger.repeats());
    }
}
