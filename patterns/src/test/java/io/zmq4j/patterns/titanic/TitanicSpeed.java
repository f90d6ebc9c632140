package io.zmq4j.patterns.titanic;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.MajordomoBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many requests a second are stored, by fsync and by how many ask at once: {@code TitanicSpeed DIRECTORY SECONDS}. */
final class TitanicSpeed {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TitanicSpeed() {}

    public static void main(String... arguments) throws Exception {
        Path parent = Files.createDirectories(Path.of(arguments[0]));
        double seconds = Double.parseDouble(arguments[1]);
        for (Fsync fsync : Fsync.values()) {
            for (int clients : new int[] {1, 16}) {
                Path directory = Files.createTempDirectory(parent, "speed");
                System.out.printf("%s, %d at once: %.0f/s%n", fsync, clients, rate(directory, fsync, clients, seconds));
            }
        }
    }

    private static double rate(Path directory, Fsync fsync, int clients, double seconds) throws Exception {
        try (var context = Context.create();
                var broker = MajordomoBroker.start(context, "tcp://127.0.0.1:*");
                var titanic = TitanicServer.start(
                        context,
                        broker.endpoint(),
                        directory,
                        it -> it.fsync(fsync).workers(clients));
                var client = TitanicClient.connect(context, broker.endpoint())) {
            Message body = Message.of(new byte[100]);
            for (int i = 0; i < 500; i++) {
                client.submit("nobody", body, PATIENCE);
            }
            long before = titanic.statistics().submitted();
            long began = System.nanoTime();
            long end = began + (long) (seconds * 1e9);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                var thread = new Thread(() -> {
                    while (System.nanoTime() < end) {
                        client.submit("nobody", body, PATIENCE);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread each : threads) {
                each.join();
            }
            return (titanic.statistics().submitted() - before) * 1e9 / (System.nanoTime() - began);
        }
    }
}
