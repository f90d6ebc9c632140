package io.zmq4j.bench.part;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pattern.Pub;
import io.zmq4j.zmtp.SocketType;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A publication of 20 bytes to one peer with many topics of 10 to 20 bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Matching {
    private static final byte SUBSCRIBE = 1;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 20;
    private static final int DIFFERENT = 1 << 12;

    @Param({"1", "1000", "1000000"})
    public int topics;

    private final Message[] wanted = new Message[DIFFERENT];
    private final Message[] unwanted = new Message[DIFFERENT];
    private final Pub pub = new Pub(new OptionValues(SocketType.PUB), new DropCounters());
    private int next;

    @Setup
    public void subscribe() {
        var random = new SplittableRandom(1);
        var pipe = new Sink();
        pub.attach(pipe);
        pub.connected(pipe);
        for (int i = 0; i < topics; i++) {
            var topic = letters(random, SHORTEST + i % (LONGEST - SHORTEST + 1));
            pipe.deliver(subscription(topic));
            pub.readable(pipe);
            if (i < DIFFERENT) {
                wanted[i] = startingWith(topic);
            }
        }
        for (int i = 0; i < DIFFERENT; i++) {
            unwanted[i] = Message.wrap(letters(random, LONGEST));
            wanted[i] = wanted[i % Math.min(topics, DIFFERENT)];
        }
    }

    private static Message subscription(byte[] topic) {
        var bytes = new byte[1 + topic.length];
        bytes[0] = SUBSCRIBE;
        System.arraycopy(topic, 0, bytes, 1, topic.length);
        return Message.wrap(bytes);
    }

    private static Message startingWith(byte[] topic) {
        return Message.wrap(Arrays.copyOf(topic, LONGEST));
    }

    /** So many different letters that no two random topics are the same, nor one the start of a random message. */
    private static byte[] letters(SplittableRandom random, int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('0' + random.nextInt(64));
        }
        return bytes;
    }

    @Benchmark
    public boolean hit() {
        return pub.trySend(wanted[next++ & (DIFFERENT - 1)]);
    }

    @Benchmark
    public boolean miss() {
        return pub.trySend(unwanted[next++ & (DIFFERENT - 1)]);
    }
}
