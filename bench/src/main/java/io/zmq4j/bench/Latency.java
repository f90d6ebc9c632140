package io.zmq4j.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A conversation of one question and one answer at a time. */
final class Latency {
    private Latency() {}

    /** Sends what the other side sends back; gives microseconds for one way. */
    static double ask(Run run, Consumer<byte[]> out, Supplier<ByteBuffer> in) {
        ask(run, 0, out, in);
        long began = System.nanoTime();
        ask(run, run.count(), out, in);
        long nanos = System.nanoTime() - began;
        return nanos / (double) TimeUnit.MICROSECONDS.toNanos(1) / run.total();
    }

    private static void ask(Run run, long first, Consumer<byte[]> out, Supplier<ByteBuffer> in) {
        for (long number = first; number < first + run.count(); number++) {
            out.accept(Numbered.message(run.size(), number));
            Numbered.check(in.get(), run.size(), number);
        }
    }

    /** The other side: one call of {@code answer} receives a question and sends it back. */
    static void answer(Run run, Supplier<ByteBuffer> answer) {
        for (long number = 0; number < run.total(); number++) {
            Numbered.check(answer.get(), run.size(), number);
        }
    }
}
