package io.zmq4j.patterns.titanic;

import io.zmq4j.Context;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.MajordomoBroker;
import io.zmq4j.patterns.majordomo.MajordomoWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of those who are killed: {@code broker ENDPOINT DIRECTORY}, {@code worker ENDPOINT}, {@code client ENDPOINT PREFIX}. What it prints:
 *
 * <pre>
 *   up             it runs
 *   E key          the worker does the work, and will answer
 *   A key uuid     the client was told that the request is stored
 *   C key          the client has the reply and is about to close the request
 *   W key text     the client has a wrong reply
 *   paused         the client has nothing under way any more
 * </pre>
 */
final class KillParticipant {
    private static final Duration BEAT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int CLIENTS = 8;

    private KillParticipant() {}

    public static void main(String... arguments) throws IOException {
        var context = Context.create();
        switch (arguments[0]) {
            case "broker" -> broker(context, arguments[1], Path.of(arguments[2]));
            case "worker" -> worker(context, arguments[1]);
            case "client" -> client(context, arguments[1], arguments[2]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Until the parent is gone. */
    private static void listen(Runnable onLine) throws IOException {
        int read;
        while ((read = System.in.read()) >= 0) {
            if (read == '\n') {
                onLine.run();
            }
        }
    }

    private static void broker(Context context, String endpoint, Path directory) throws IOException {
        var broker = MajordomoBroker.start(context, endpoint, it -> it.heartbeat(BEAT));
        var titanic = TitanicServer.start(
                context,
                endpoint,
                directory,
                it -> it.heartbeat(BEAT).retry(BEAT).patience(PATIENCE).segmentBytes(64 << 10));
        titanic.statistics().damages().forEach(damage -> say("damage " + damage));
        say("up");
        listen(() -> say(titanic.statistics().toJson() + broker.statistics().toJson()));
    }

    private static void worker(Context context, String endpoint) throws IOException {
        for (int i = 0; i < 2; i++) {
            var unused = MajordomoWorker.start(
                    context,
                    endpoint,
                    "work",
                    request -> {
                        say("E " + request.text());
                        return Message.of("done " + request.text());
                    },
                    it -> it.heartbeat(BEAT).reconnect(BEAT));
        }
        say("up");
        listen(() -> {});
    }

    /** Asks until a line comes, and on when another one comes. */
    private static void client(Context context, String endpoint, String prefix) throws IOException {
        var client = TitanicClient.connect(context, endpoint);
        var run = new AtomicInteger();
        begin(client, prefix, run);
        say("up");
        listen(() -> {
            if (run.incrementAndGet() % 2 == 0) {
                begin(client, prefix, run);
            }
        });
    }

    private static void begin(TitanicClient client, String prefix, AtomicInteger run) {
        int own = run.get();
        var busy = new AtomicInteger(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            String name = prefix + "-" + own + "-" + i + "-";
            var thread = new Thread(() -> {
                for (int n = 0; run.get() == own; n++) {
                    ask(client, name + n, n);
                }
                if (busy.decrementAndGet() == 0) {
                    say("paused");
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void ask(TitanicClient client, String key, int number) {
        try {
            UUID id = client.submit("work", Message.of(key), PATIENCE);
            say("A " + key + " " + id);
            String reply = client.await(id, PATIENCE).map(Message::text).orElse("");
            if (reply.equals("done " + key) && number % 2 == 0) {
                say("C " + key);
                client.close(id, PATIENCE);
            } else if (!reply.isEmpty() && !reply.equals("done " + key)) {
                say("W " + key + " " + reply);
            }
        } catch (RequestFailedException e) {
            // The broker was killed: whether the request was stored, nobody knows.
        } catch (TitanicException e) {
            say("W " + key + " " + e.getMessage());
        }
    }
}
