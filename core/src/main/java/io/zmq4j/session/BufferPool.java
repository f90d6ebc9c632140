package io.zmq4j.session;

import io.zmq4j.zmtp.engine.Outgoing;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Buffers for connections that are reading or writing at this moment; an idle connection has none. Safe for any thread.
 *
 * <p>Small messages gain nothing beyond 64 KiB a call, as measured; bodies of 64 KiB and of 1 MiB a twentieth to a tenth
 * with 1 MiB instead of half of it, the latter nothing more with 2 MiB. For as many as are kept that is 16 MiB in all.
 */
public final class BufferPool {
    static final int BATCH = 64 * 1024;
    static final int CHUNK = 1024 * 1024;
    private static final int KEPT = 8;

    /** For one call's read: bytes arrive in {@code direct} and are decoded from a copy in {@code heap}. */
    static final class Input {
        final ByteBuffer direct = ByteBuffer.allocateDirect(CHUNK);
        byte[] heap = new byte[BATCH];
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
    private final ArrayDeque<byte[]> heaps = new ArrayDeque<>();

    Input takeInput() {
        Input input = take(inputs);
        return input != null ? input : new Input();
    }

    void give(Input input) {
        give(inputs, input);
    }

    /** Lets the caller keep the input's heap array, which gets another one. */
    byte[] keepHeap(Input input) {
        byte[] kept = input.heap;
        byte[] other = take(heaps);
        input.heap = other != null ? other : new byte[BATCH];
        return kept;
    }

    /** Takes back what {@link #keepHeap} gave. */
    void give(byte[] heap) {
        give(heaps, heap);
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
