package io.zmq4j.patterns.delivery;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.processes.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Messages a second from one process to another over tcp, by PUSH and PULL and by delivery with acknowledgement, in turns:
 * {@code DeliverySpeed [rounds] [octets] [seconds]}. Prints each run, the medians and their ratio. Not a test: a measurement wants a quiet
 * machine.
 */
public final class DeliverySpeed {
    private static final int WARM_UP_SECONDS = 4;

    private DeliverySpeed() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("take")) {
            take(arguments[1], Integer.parseInt(arguments[2]));
            return;
        }
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int octets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
        List<Long> plain = new ArrayList<>();
        List<Long> acknowledged = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            plain.add(run("pull", octets, seconds));
            acknowledged.add(run("delivery", octets, seconds));
            System.out.printf("PUSH and PULL %,d, delivery %,d messages a second%n", plain.get(i), acknowledged.get(i));
        }
        System.out.printf(
                "medians: PUSH and PULL %,d, delivery %,d: %.2f times%n",
                median(plain), median(acknowledged), (double) median(acknowledged) / median(plain));
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** The rate at which a process of its own has taken what this one sent. */
    private static long run(String what, int octets, int seconds) {
        try (var context = Context.create()) {
            Process taker = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            JavaProcess.classPath(),
                            DeliverySpeed.class.getName(),
                            "take",
                            what,
                            Integer.toString(seconds))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var output =
                    new BufferedReader(new InputStreamReader(taker.getInputStream(), StandardCharsets.UTF_8))) {
                String endpoint = output.readLine();
                var flood = new Thread(() -> flood(context, what, endpoint, new byte[octets]), "flood");
                flood.setDaemon(true);
                flood.start();
                return Long.parseLong(output.readLine());
            } finally {
                taker.destroyForcibly();
                context.close(Duration.ZERO);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flood(Context context, String what, String endpoint, byte[] bytes) {
        try {
            if (what.equals("pull")) {
                var push = context.push();
                push.connect(endpoint);
                while (true) {
                    push.send(Message.of(bytes));
                }
            }
            var sender = DeliverySender.open(context);
            sender.connect(endpoint);
            while (true) {
                sender.send(Message.of(bytes));
            }
        } catch (io.zmq4j.error.SocketClosedException e) {
            // The run is over.
        }
    }

    private static void take(String what, int seconds) {
        try (var context = Context.create()) {
            if (what.equals("pull")) {
                var pull = context.pull();
                System.out.println(pull.bind("tcp://127.0.0.1:*").uri());
                measure(seconds, pull::receive);
            } else {
                var receiver = DeliveryReceiver.open(context);
                System.out.println(receiver.bind("tcp://127.0.0.1:*").uri());
                measure(seconds, () -> receiver.receive().acknowledge());
            }
            context.close(Duration.ZERO);
        }
    }

    private static void measure(int seconds, Runnable takesOne) {
        count(WARM_UP_SECONDS, takesOne);
        System.out.println(count(seconds, takesOne) / seconds);
    }

    private static long count(int seconds, Runnable takesOne) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long count = 0;
        do {
            for (int i = 0; i < 1000; i++) {
                takesOne.run();
            }
            count += 1000;
        } while (System.nanoTime() - end < 0);
        return count;
    }
}
