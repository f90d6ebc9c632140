package io.zmq4j.session;

import io.zmq4j.loop.Gate;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.Unsent;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection's outbound half: messages from the pipe through the engine into the channel. Everything is guarded by the
 * gate, which any thread may try, except what is volatile.
 *
 * <p>Bytes that the kernel does not take stay in {@code unsent}, with interest in writing switched on, inside the gate. No
 * buffer stays with the connection.
 */
final class ConnectionWriter {
    /**
     * Whether there will be more.
     *
     * <pre>
     *   OPEN ──finish──► FINISHING ──all has left──► FINISHED     nothing is written any more, not even an answer
     * </pre>
     */
    private enum State {
        OPEN,
        FINISHING,
        FINISHED
    }

    private static final int WRITES_IN_A_ROW = 64;
    private static final int ROUNDS_IN_A_ROW = 16;

    private final Connection connection;
    private final ZmtpEngine engine;
    private final BufferPool buffers;
    private final MessageSource source;
    private final Gate gate;

    /** What the kernel did not take of the last output. */
    private @Nullable Unsent unsent;
    /** An output that could not even be kept as unsent, for want of memory: not given back before that is possible. */
    private @Nullable Output kept;

    private boolean interested;
    private volatile State state = State.OPEN;
    /** The kernel takes no more until the selector says so; cleared by the one whom the selector tells. */
    private volatile boolean blocked;
    /** The last flush left nothing behind. */
    private volatile boolean drained;

    ConnectionWriter(Connection connection, ZmtpEngine engine, BufferPool buffers, MessageSource source) {
        this.connection = connection;
        this.engine = engine;
        this.buffers = buffers;
        this.source = source;
        this.gate = new Gate(connection::onGateShut);
    }

    /** Lets nobody in any more. */
    void close() {
        gate.close();
    }

    /** The selector says that the kernel takes more. */
    void unblock() {
        blocked = false;
    }

    /** No more output after what is queued: the next flush that finds nothing left ends it. Any thread. */
    void finish() {
        if (state == State.OPEN) {
            state = State.FINISHING;
        }
    }

    /** Encodes and writes what is queued, if nobody else does and the kernel takes it. */
    void flush() {
        if (!gate.tryEnter()) {
            return;
        }
        boolean done;
        int rounds = 0;
        do {
            done = writeInside(++rounds > ROUNDS_IN_A_ROW);
            drained = done;
        } while (!gate.leave());
        PipeEnd pipe = connection.pipe();
        if (pipe != null) {
            pipe.afterTaking();
        }
        if (done) {
            connection.onDrained();
        }
        connection.afterLastWords();
    }

    /** Gives whether everything went out. Throws nothing: whoever is inside must get out. */
    private boolean writeInside(boolean isLongEnough) {
        drained = false;
        if (isLongEnough) {
            try {
                handOver();
            } catch (Throwable e) {
                connection.fail(e);
            }
        }
        if (blocked) {
            return false;
        }
        if (state == State.FINISHED) {
            return true;
        }
        Output output = kept != null ? kept : buffers.takeOutput();
        if (output == null) {
            blocked = true;
            connection.onShortage();
            return false;
        }
        try {
            return write(output);
        } catch (IOException e) {
            blocked = true;
            connection.onWriteFailed(e);
            return false;
        } catch (Throwable e) {
            connection.fail(e);
            return false;
        } finally {
            putAway(output);
        }
    }

    private boolean write(Output output) throws IOException {
        if (kept != null) {
            unsent = output.unsent(engine);
            kept = null;
            output.clear(buffers);
        }
        for (int i = 0; i < WRITES_IN_A_ROW; i++) {
            Unsent before = unsent;
            if (before != null) {
                output.fill(before, buffers);
            } else if (!output.fill(engine, source, buffers)) {
                return writeNoMore();
            }
            ByteBuffer bytes = output.direct();
            int written = connection.channel().write(bytes);
            if (before != null) {
                before.sent(written);
                if (before.isEmpty()) {
                    unsent = null;
                }
            }
            if (bytes.hasRemaining()) {
                break;
            }
        }
        handOver();
        return false;
    }

    /** All has left. */
    private boolean writeNoMore() throws IOException {
        writeInterest(false);
        if (state == State.FINISHING) {
            connection.channel().shutdownOutput();
            state = State.FINISHED;
        }
        return true;
    }

    /** A buffer belongs to whoever writes at the moment; what was in it is kept without it. */
    private void putAway(Output output) {
        try {
            if (!output.isWritten()) {
                unsent = output.unsent(engine);
            }
            kept = null;
        } catch (Throwable e) {
            // No memory for a copy: then the buffer itself is the copy, for as long as that lasts.
            kept = output;
            blocked = true;
            connection.onShortage();
            return;
        }
        output.clear(buffers);
        buffers.give(output);
    }

    /** Nobody is inside any more: gives what did not leave whole, oldest first, and keeps nothing. */
    List<Message> takeUnsent() {
        writeInterest(false);
        Output output = kept;
        if (output != null) {
            unsent = output.unsent(engine);
            kept = null;
            output.clear(buffers);
            buffers.give(output);
        }
        List<Message> messages = new ArrayList<>();
        if (unsent != null) {
            unsent.recover(engine, messages::add);
        }
        // Last, as it can be taken once only, and all before can be done again if there was no memory for it.
        Message last = engine.takeUnsent();
        if (last != null) {
            messages.add(last);
        }
        unsent = null;
        return messages;
    }

    /**
     * Leaves the rest to the selector: the kernel is full; or the senders never let the queue run empty, and this thread
     * has sent for them long enough.
     */
    private void handOver() {
        blocked = true;
        writeInterest(true);
    }

    private void writeInterest(boolean wanted) {
        if (wanted == interested) {
            return;
        }
        connection.interest(SelectionKey.OP_WRITE, wanted);
        connection.waitsForKernel(wanted);
        interested = wanted;
    }

    /** Whether the kernel takes no more at the moment: a flush would be in vain. Any thread. */
    boolean isBlocked() {
        return blocked;
    }

    /** Whether everything that was taken from the queue has been handed to the kernel. Any thread. */
    boolean isDrained() {
        return drained;
    }

    /** Whether the output was ended after everything had left. Any thread. */
    boolean isFinished() {
        return state == State.FINISHED;
    }
}
