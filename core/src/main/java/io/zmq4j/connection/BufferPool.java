package io.zmq4j.connection;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Buffers for connections that are reading or writing at this moment. None stays with a connection, whatever its peer does:
 * there are as many as threads are in I/O. Safe for any thread.
 *
 * <p>Small messages gain nothing beyond 64 KiB a call, as measured; bodies of 64 KiB and of 1 MiB a twentieth to a tenth
 * with 1 MiB instead of half of it, the latter nothing more with 2 MiB. So a thread in the middle of a large body borrows a
 * large buffer, of which there are few. Where none is there, a small one does.
 *
 * <p><b>Shortage.</b> When direct memory runs out, the virtual machine waits for its collector, for half a second, before it
 * says so. A large buffer is therefore made by a worker and never by a thread in I/O; and after a small one could not be had,
 * nobody asks for a while. One of each is made when the context begins with I/O, so that somebody can always go on.
 */
public final class BufferPool {
    static final int BATCH = 64 * 1024;
    static final int CHUNK = 1024 * 1024;

    private static final int MOST_KEPT = 64;
    private static final int MOST_LARGE = 16;
    private static final long SHORTAGE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** For one call's read: bytes arrive in {@code direct} and are decoded from a copy in {@code heap}. */
    static final class Input {
        final ByteBuffer direct = ByteBuffer.allocateDirect(BATCH);
        byte[] heap = new byte[BATCH];
    }

    private final Executor workers;
    private final Slots<Input> inputs = new Slots<>(MOST_KEPT);
    private final Slots<Output> outputs = new Slots<>(MOST_KEPT);
    private final Slots<byte[]> heaps = new Slots<>(MOST_KEPT);
    private final Slots<ByteBuffer> larges = new Slots<>(MOST_LARGE);

    /** Large buffers that exist, here or lent. */
    private final AtomicInteger largeCount = new AtomicInteger();

    private final AtomicBoolean largeOrdered = new AtomicBoolean();
    private volatile boolean isShort;
    private volatile long shortUntil;

    /** {@code workers} make large buffers. */
    public BufferPool(Executor workers) {
        this.workers = workers;
    }

    /**
     * Makes sure that one reader and one writer have a buffer.
     *
     * @throws OutOfMemoryError if that cannot be: then there can be no I/O
     */
    public void begin() {
        give(new Input());
        give(new Output());
    }

    /** Null if memory is short: then later. */
    @Nullable
    Input takeInput() {
        Input input = inputs.take();
        if (input == null && !isStillShort()) {
            try {
                input = new Input();
            } catch (OutOfMemoryError e) {
                noteShortage();
            }
        }
        return input;
    }

    void give(Input input) {
        inputs.give(input);
    }

    /** Null if memory is short: then later. */
    @Nullable
    Output takeOutput() {
        Output output = outputs.take();
        if (output == null && !isStillShort()) {
            try {
                output = new Output();
            } catch (OutOfMemoryError e) {
                noteShortage();
            }
        }
        return output;
    }

    /** Takes back an output, which is empty. */
    void give(Output output) {
        outputs.give(output);
    }

    private boolean isStillShort() {
        return isShort && shortUntil - System.nanoTime() > 0;
    }

    private void noteShortage() {
        noteShortage(SHORTAGE_NANOS);
    }

    /** Nothing is made for so long; what is given back may be taken. */
    void noteShortage(long nanos) {
        shortUntil = System.nanoTime() + nanos;
        isShort = true;
    }

    /** Lets the caller keep the input's heap array, which gets another one. */
    byte[] keepHeap(Input input) {
        byte[] other = heaps.take();
        byte[] kept = input.heap;
        input.heap = other != null ? other : new byte[BATCH];
        return kept;
    }

    /** Takes back what {@link #keepHeap} gave. */
    void give(byte[] heap) {
        heaps.give(heap);
    }

    /** Of {@link #CHUNK} bytes; or null, and then there may be one next time. */
    @Nullable
    ByteBuffer takeLarge() {
        ByteBuffer large = larges.take();
        if (large == null) {
            orderLarge();
        }
        return large;
    }

    void giveLarge(ByteBuffer large) {
        larges.give(large);
    }

    private void orderLarge() {
        if (largeCount.get() >= MOST_LARGE || isStillShort() || !largeOrdered.compareAndSet(false, true)) {
            return;
        }
        try {
            workers.execute(this::makeLarge);
        } catch (Throwable e) {
            // No thread, or the context is closed: the next thread that needs one asks again.
            largeOrdered.set(false);
        }
    }

    private void makeLarge() {
        try {
            larges.give(ByteBuffer.allocateDirect(CHUNK));
            largeCount.incrementAndGet();
        } catch (OutOfMemoryError e) {
            noteShortage();
        } finally {
            largeOrdered.set(false);
        }
    }
}
