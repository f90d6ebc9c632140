package io.zmq4j.patterns.delivery;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One of those who are killed: {@code sender PREFIX [bind|connect] ENDPOINT…}, {@code worker NAME [bind|connect] ENDPOINT}. What it
 * prints:
 *
 * <pre>
 *   E key      the worker has done the work, and is about to acknowledge it
 *   A key      the sender knows that it was acknowledged
 *   end n m    the sender has accepted n messages, and m of them are not acknowledged
 * </pre>
 */
final class KillParticipant {
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private KillParticipant() {}

    public static void main(String... arguments) throws IOException {
        var context = Context.create();
        List<String> endpoints = List.of(arguments).subList(3, arguments.length);
        boolean binds = arguments[2].equals("bind");
        if (arguments[0].equals("sender")) {
            send(context, arguments[1], binds, endpoints);
        } else {
            work(context, binds, endpoints.get(0));
        }
        System.exit(0);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Until a line of the parent, or its end. */
    private static boolean isTold() throws IOException {
        int read;
        while ((read = System.in.read()) >= 0) {
            if (read == '\n') {
                return true;
            }
        }
        return false;
    }

    private static void send(Context context, String prefix, boolean binds, List<String> endpoints) throws IOException {
        var sender =
                DeliverySender.open(context, it -> it.window(2_000, 1 << 20).silence(SILENCE));
        for (String endpoint : endpoints) {
            if (binds) {
                sender.bind(endpoint);
            } else {
                sender.connect(endpoint);
            }
        }
        var flood = new Thread(() -> flood(sender, prefix));
        flood.setDaemon(true);
        flood.start();
        if (isTold()) {
            flood.interrupt();
            long accepted = sender.statistics().accepted();
            say("end " + accepted + " " + sender.close(PATIENCE));
            isTold();
        }
    }

    /** As many as the workers take, with a future each; ends with the sender. */
    private static void flood(DeliverySender sender, String prefix) {
        for (long number = 1; !Thread.currentThread().isInterrupted(); number++) {
            String key = prefix + "-" + number;
            while (sender.statistics().outstanding() >= 1_000
                    && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
                Thread.yield();
            }
            sender.sendAsync(Message.of(key)).thenRun(() -> say("A " + key));
        }
    }

    private static void work(Context context, boolean binds, String endpoint) throws IOException {
        var receiver =
                DeliveryReceiver.open(context, it -> it.window(200, 1 << 20).silence(SILENCE));
        if (binds) {
            receiver.bind(endpoint);
        } else {
            receiver.connect(endpoint);
        }
        var worker = new Thread(() -> {
            while (true) {
                Delivery delivery = receiver.receive();
                say("E " + delivery.message().text());
                delivery.acknowledge();
            }
        });
        worker.setDaemon(true);
        worker.start();
        isTold();
    }
}
