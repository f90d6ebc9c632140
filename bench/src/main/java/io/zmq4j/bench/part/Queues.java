package io.zmq4j.bench.part;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.queue.SpscQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A message into a queue and out again, in one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Queues {
    private static final int HIGH_WATER_MARK = 1000;

    private final Message message = Message.of("message");
    private final SpscQueue<Message> queue = new SpscQueue<>();
    private final PipeQueue pipe = new PipeQueue(HIGH_WATER_MARK, false, new DropCounters());

    @Benchmark
    public @Nullable Message spsc() {
        queue.offer(message, HIGH_WATER_MARK);
        return queue.poll();
    }

    @Benchmark
    public @Nullable Message pipe() {
        pipe.offerOrWait(message);
        return pipe.poll();
    }
}
