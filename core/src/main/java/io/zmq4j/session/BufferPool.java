package io.zmq4j.session;

import io.zmq4j.zmtp.engine.Outgoing;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Buffers for connections that are reading or writing at this moment; an idle connection has none. Safe for any thread.
 *
 * <p>The sizes are measured: small messages gain nothing beyond 64 KiB a call, large bodies gain up to 512 KiB.
 */
public final class BufferPool {
    static final int BATCH = 64 * 1024;
    static final int CHUNK = 512 * 1024;
    private static final int KEPT = 8;

    /** For one call's read: bytes arrive in {@code direct} and are decoded from a copy in {@code heap}. */
    static final class Input {
        final ByteBuffer direct = ByteBuffer.allocateDirect(CHUNK);
        final byte[] heap = new byte[BATCH];
    }

    /** For one call's write: frames are encoded into {@code outgoing} and gathered in {@code direct}. */
    static final class Output {
        final ByteBuffer direct = ByteBuffer.allocateDirect(CHUNK);
        final Outgoing outgoing = new Outgoing(BATCH);
        /** How much of the outgoing large body is in {@code direct} already. */
        int bodySent;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Input> inputs = new ArrayDeque<>();
    private final ArrayDeque<Output> outputs = new ArrayDeque<>();

    Input takeInput() {
        Input input = take(inputs);
        return input != null ? input : new Input();
    }

    void give(Input input) {
        give(inputs, input);
    }

    Output takeOutput() {
        Output output = take(outputs);
        return output != null ? output : new Output();
    }

    /** Takes back an output, which is empty. */
    void give(Output output) {
        give(outputs, output);
    }

    private <B> @Nullable B take(ArrayDeque<B> pool) {
        lock.lock();
        try {
            return pool.poll();
        } finally {
            lock.unlock();
        }
    }

    private <B> void give(ArrayDeque<B> pool, B buffer) {
        lock.lock();
        try {
            if (pool.size() < KEPT) {
                pool.push(buffer);
            }
        } finally {
            lock.unlock();
        }
    }
}
