package io.zmq4j.bench.bridge;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bridge}: messages from a socket to Kafka, and back. */
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        description = {
            "Send messages through a bridge to Kafka or back; print msg/s, or with --pace what one takes, in microseconds.",
            "Over tcp, all but the broker, and Python, in one process. Both ends are the same in every run: only what stands between them differs.",
            ""
        })
public final class BridgeSpeedCommand implements Callable<Integer> {
    private static final int NUMBER_AND_TIME = 16;

    @Parameters(index = "0", paramLabel = "BROKER", description = "Where Kafka is: HOST:PORT.")
    private String broker;

    @Parameters(
            index = "1",
            paramLabel = "WAY",
            description = "in, from a PUSH to a topic; out, from a topic to a PULL.")
    private Way way;

    @Parameters(
            index = "2",
            paramLabel = "CARRIER",
            description =
                    "bridge, the library's; loop, Kafka's client and a socket in a loop; jeromq, the same with JeroMQ's; python, the same with pyzmq and confluent-kafka; none, a producer and a consumer.")
    private Carrier.Kind kind;

    @Parameters(index = "3", paramLabel = "SIZE", description = "Bytes of a message, 16 or more.")
    private int size;

    @Parameters(index = "4", paramLabel = "COUNT", description = "Messages.")
    private int count;

    @Option(names = "--warmup", paramLabel = "N", description = "As many go before, uncounted.")
    private int warmup;

    @Option(names = "--pace", paramLabel = "N", description = "Send N a second.")
    private int pace;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        try (var topic = Topic.create(broker);
                var ends = new Ends(topic, way, kind != Carrier.Kind.NONE)) {
            Carrier carrier = kind.start(way, topic, ends.endpoint());
            try {
                measure(ends);
            } finally {
                carrier.close();
            }
        }
        return 0;
    }

    private void measure(Ends ends) throws InterruptedException {
        // The first message is through when everybody is there.
        pass(ends, 1);
        pass(ends, warmup);
        long began = System.nanoTime();
        long[] nanos = pass(ends, count);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (pace == 0) {
            System.out.printf(Locale.ROOT, "msg/s %.0f%n", count / seconds);
        } else {
            Arrays.sort(nanos);
            System.out.printf(Locale.ROOT, "us 99%% %.0f%n", nanos[(int) (count * 0.99)] / 1e3);
            System.out.printf(Locale.ROOT, "us %.0f%n", nanos[count / 2] / 1e3);
        }
    }

    /** Sends so many in a thread of its own, insists on each arriving in its turn, and gives how long each took. */
    private long[] pass(Ends ends, int messages) throws InterruptedException {
        var nanos = new long[messages];
        var sender = new Thread(() -> send(ends, messages), "sender");
        sender.setDaemon(true);
        sender.start();
        for (int i = 0; i < messages; i++) {
            var body = ByteBuffer.wrap(ends.receive());
            long number = body.getLong();
            if (number != i || body.capacity() != size) {
                throw new IllegalStateException(
                        "number " + number + " of " + body.capacity() + " bytes came in place of number " + i);
            }
            nanos[i] = System.nanoTime() - body.getLong();
        }
        sender.join();
        return nanos;
    }

    private void send(Ends ends, int messages) {
        long began = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            if (pace > 0) {
                long due = began + i * 1_000_000_000L / pace;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }
            byte[] body = new byte[Math.max(NUMBER_AND_TIME, size)];
            ByteBuffer.wrap(body).putLong(i).putLong(System.nanoTime());
            ends.send(body);
        }
    }
}
