package io.zmq4j.bench.part;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pattern.Router;
import io.zmq4j.zmtp.SocketType;
import java.nio.charset.StandardCharsets;
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

/** A message of a ROUTER to one of its peers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Routing {
    private static final int DIFFERENT = 1 << 12;

    @Param("1000")
    public int peers;

    private final Message[] messages = new Message[DIFFERENT];
    private final Router router = new Router(new OptionValues(SocketType.ROUTER), new DropCounters());
    private int next;

    @Setup
    public void attach() {
        for (int i = 0; i < peers; i++) {
            var pipe = new Sink(id(i));
            router.attach(pipe);
            router.connected(pipe);
        }
        var random = new SplittableRandom(1);
        for (int i = 0; i < DIFFERENT; i++) {
            messages[i] = Message.wrap(new byte[][] {id(random.nextInt(peers)), new byte[10]});
        }
    }

    private static byte[] id(int peer) {
        return ("peer-" + peer).getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public boolean route() {
        return router.trySend(messages[next++ & (DIFFERENT - 1)]);
    }
}
