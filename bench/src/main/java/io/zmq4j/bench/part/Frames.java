package io.zmq4j.bench.part;

import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** One frame into a batch, and out of one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Frames {
    private static final int BATCH = 64 * 1024;

    /** Bytes of the body. */
    @Param({"10", "1024"})
    public int size;

    private final FrameReader reader = new FrameReader(FrameFormat.ZMTP_3, (flags, bodySize) -> {});
    private final byte[] written = new byte[BATCH];
    private byte[] body = {};
    private byte[] batch = {};
    private int readAt;
    private int writeAt;

    @Setup
    public void fill() {
        body = new byte[size];
        batch = new byte[BATCH];
        int end = 0;
        while (fits(end)) {
            end = put(batch, end);
        }
        batch = Arrays.copyOf(batch, end);
    }

    @Benchmark
    public byte @Nullable [] read() throws ProtocolException {
        byte[] read = reader.read(batch, readAt, batch.length);
        readAt = reader.position() == batch.length ? 0 : reader.position();
        return read;
    }

    @Benchmark
    public byte[] write() {
        writeAt = put(written, fits(writeAt) ? writeAt : 0);
        return written;
    }

    private boolean fits(int at) {
        return BATCH - at >= FrameFormat.MAX_HEADER + size;
    }

    private int put(byte[] bytes, int at) {
        int bodyAt = FrameFormat.ZMTP_3.putHeader(bytes, at, 0, size);
        System.arraycopy(body, 0, bytes, bodyAt, size);
        return bodyAt + size;
    }
}
