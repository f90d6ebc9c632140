package io.zmq4j.session;

import io.zmq4j.loop.Gate;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.session.BufferPool.Output;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.Outgoing;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/**
 * A connection's outbound half: messages from the pipe through the engine into the channel. Everything is guarded by the
 * gate, which any thread may try, except what is volatile.
 *
 * <p>Bytes that the kernel does not take stay in {@code unsent} or {@code leftover}, with interest in writing switched
 * on, inside the gate.
 */
final class ConnectionWriter {
    private static final int WRITES_IN_A_ROW = 64;
    private static final int ROUNDS_IN_A_ROW = 16;

    private final Connection connection;
    private final ZmtpEngine engine;
    private final BufferPool buffers;
    private final MessageSource source;
    private final Gate gate;

    /** Filled and not yet written. */
    private @Nullable Output unsent;
    /** What the kernel did not take of the last output, when that was given back. */
    private @Nullable ByteBuffer leftover;

    private boolean interested;
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

    /** Nobody is inside any more: lets go of what was not written. */
    void discard() {
        unsent = null;
        leftover = null;
        writeInterest(false);
    }

    /** The selector says that the kernel takes more. */
    void unblock() {
        blocked = false;
    }

    /** Encodes and writes what is queued, if nobody else does and the kernel takes it. */
    void flush() {
        if (!gate.tryEnter()) {
            return;
        }
        boolean done;
        int rounds = 0;
        do {
            if (++rounds > ROUNDS_IN_A_ROW) {
                handOver();
            }
            done = writeInside();
            drained = done;
        } while (!gate.leave());
        PipeEnd pipe = connection.pipe();
        if (pipe != null) {
            pipe.afterTaking();
        }
        if (done) {
            connection.onDrained();
        }
    }

    /** Gives whether everything went out. */
    private boolean writeInside() {
        drained = false;
        if (blocked) {
            return false;
        }
        try {
            if (leftover != null) {
                connection.channel().write(leftover);
                if (leftover.hasRemaining()) {
                    handOver();
                    return false;
                }
                leftover = null;
            }
            for (int i = 0; i < WRITES_IN_A_ROW; i++) {
                if (unsent == null) {
                    unsent = fill(buffers.takeOutput());
                }
                if (unsent == null) {
                    writeInterest(false);
                    return true;
                }
                connection.channel().write(unsent.direct);
                if (unsent.direct.hasRemaining()) {
                    keepLeftover(unsent);
                    break;
                }
                unsent = fill(unsent);
            }
            handOver();
            return false;
        } catch (IOException e) {
            blocked = true;
            connection.onWriteFailed(e);
            return false;
        } catch (Throwable e) {
            connection.close(CloseReason.INTERNAL_ERROR, String.valueOf(e));
            return false;
        }
    }

    /** Fills an empty output and makes it ready to be written; or gives it back and returns null if there is nothing. */
    private @Nullable Output fill(Output output) {
        ByteBuffer direct = output.direct;
        direct.clear();
        Outgoing outgoing = output.outgoing;
        int enough = BufferPool.BATCH;
        while (direct.position() < enough) {
            if (outgoing.isEmpty() && !engine.transmit(outgoing, source)) {
                break;
            }
            if (outgoing.batchLength > direct.remaining()) {
                break;
            }
            direct.put(outgoing.batch, 0, outgoing.batchLength);
            outgoing.batchLength = 0;
            byte[] body = outgoing.body;
            if (body != null) {
                enough = direct.capacity();
                int length = Math.min(body.length - output.bodySent, direct.remaining());
                direct.put(body, output.bodySent, length);
                output.bodySent += length;
                if (output.bodySent == body.length) {
                    outgoing.clear();
                    output.bodySent = 0;
                }
            }
        }
        direct.flip();
        if (!direct.hasRemaining()) {
            buffers.give(output);
            return null;
        }
        return output;
    }

    /** A connection that waits for the kernel keeps as little as it can. */
    private void keepLeftover(Output output) {
        if (output.outgoing.isEmpty()) {
            leftover = ByteBuffer.allocate(output.direct.remaining())
                    .put(output.direct)
                    .flip();
            unsent = null;
            buffers.give(output);
        }
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
}
