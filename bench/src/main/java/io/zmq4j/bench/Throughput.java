package io.zmq4j.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A flood in one direction. The messages that are timed follow those that warm up without a gap. */
final class Throughput {
    private Throughput() {}

    static void send(Run run, Consumer<byte[]> out) {
        for (long number = 0; number < run.total(); number++) {
            out.accept(Numbered.message(run.size(), number));
        }
    }

    /** Takes what {@link #send} sends; gives messages a second. */
    static double receive(Run run, Supplier<ByteBuffer> in) {
        take(run, 0, in);
        long began = System.nanoTime();
        take(run, run.count(), in);
        long nanos = System.nanoTime() - began;
        return run.count() * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    private static void take(Run run, long first, Supplier<ByteBuffer> in) {
        for (long number = first; number < first + run.count(); number++) {
            Numbered.check(in.get(), run.size(), number);
        }
    }
}
