package io.zmq4j.connection;

import io.zmq4j.jfr.Interval;
import io.zmq4j.jfr.JfrEvents;
import io.zmq4j.loop.Gate;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.transport.Wire;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.Unsent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection's outbound half: messages from the pipe through the engine into the wire. Everything is guarded by the
 * gate, which any thread may try, except what is volatile.
 *
 * <p>Bytes that the wire does not take, or still holds, stay in {@code unsent}, with interest in writing switched on, inside the gate. No
 * buffer stays with the connection.
 */
final class ConnectionWriter {
    /**
     * Whether there will be more.
     *
     * <pre>
     *   OPEN ──finish──► FINISHING ──all has left──► ENDING ──so has the wire's last word──► FINISHED
     *                                                nothing more is taken from the engine, not even an answer
     * </pre>
     */
    private enum State {
        OPEN,
        FINISHING,
        ENDING,
        FINISHED
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int WRITES_IN_A_ROW = 64;
    private static final int ROUNDS_IN_A_ROW = 16;

    private final Connection connection;
    private final Wire wire;
    private final Engine engine;
    private final BufferPool buffers;
    private final MessageSource source;
    private final Gate gate;

    /** What of the last output has not left. */
    private @Nullable Unsent unsent;
    /** An output that could not even be kept as unsent, for want of memory: not given back before that is possible. */
    private @Nullable Output kept;

    /** Of all bytes that the engine gave, so many were taken by the wire. */
    private long taken;

    private boolean interested;
    /** Since bytes wait of which none has left, if somebody records that. */
    private @Nullable Interval stall;

    private volatile State state = State.OPEN;
    /** The wire takes no more until it says so; changed inside the gate. */
    private volatile boolean blocked;
    /** It has said so since. Word of that is left for the thread inside, which may be about to set {@code blocked}. */
    private volatile boolean hasRoom;
    /** The last flush left nothing behind. */
    private volatile boolean drained;

    ConnectionWriter(Connection connection, Wire wire, Engine engine, BufferPool buffers, MessageSource source) {
        this.connection = connection;
        this.wire = wire;
        this.engine = engine;
        this.buffers = buffers;
        this.source = source;
        this.gate = new Gate(connection::onGateShut);
    }

    /** Lets nobody in any more. */
    void close() {
        gate.close();
    }

    /** The wire may take more; a {@link #flush} follows. */
    void unblock() {
        hasRoom = true;
    }

    /** No more output after what is queued: the next flush that finds nothing left ends it. Any thread. */
    void finish() {
        if (state == State.OPEN) {
            state = State.FINISHING;
        }
    }

    /** Encodes and writes what is queued, if nobody else does and the wire takes it. */
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
        try {
            PipeEnd pipe = connection.pipe();
            if (pipe != null) {
                pipe.afterTaking();
            }
        } finally {
            // Nobody else would do it, whatever memory is missing.
            try {
                if (done) {
                    connection.onDrained();
                }
            } finally {
                connection.afterLastWords();
            }
        }
    }

    /** Gives whether everything went out. Throws nothing: the thread inside must get out. */
    private boolean writeInside(boolean isLongEnough) {
        try {
            return writeOnce(isLongEnough);
        } catch (Throwable e) {
            connection.fail(e);
            return false;
        }
    }

    private boolean writeOnce(boolean isLongEnough) {
        drained = false;
        // Word from before this attempt is used up by it.
        boolean told = hasRoom;
        if (told) {
            hasRoom = false;
        }
        if (isLongEnough) {
            handOver();
            if (told) {
                // Not every wire says it again.
                connection.ready();
            }
            return false;
        }
        if (blocked) {
            if (!told) {
                return false;
            }
            blocked = false;
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
        } finally {
            try {
                engine.restOutbound();
            } finally {
                putAway(output);
            }
        }
    }

    private boolean write(Output output) throws IOException {
        if (kept != null) {
            unsent = output.unsent(engine, wire.unsent());
            kept = null;
            output.clear(buffers);
        }
        for (int i = 0; i < WRITES_IN_A_ROW && state != State.ENDING; i++) {
            Unsent before = unsent;
            if (before != null) {
                output.fill(before, buffers);
            } else if (!output.fill(engine, source, buffers)) {
                return writeNoMore();
            }
            ByteBuffer bytes = output.direct();
            try {
                wire.write(bytes);
            } finally {
                // Also if it failed: some of it may have left.
                taken += bytes.position();
                if (bytes.position() > 0) {
                    endStall();
                }
                int held = wire.unsent();
                if (before != null) {
                    before.taken(bytes.position(), held);
                }
                engine.left(taken - held);
            }
            if (before != null && before.isEmpty()) {
                unsent = null;
            }
            if (bytes.hasRemaining() || wire.owes()) {
                break;
            }
        }
        if (state == State.ENDING) {
            return writeNoMore();
        }
        handOver();
        return false;
    }

    /** Nothing is left here; gives whether nothing is left in the wire either. */
    private boolean writeNoMore() throws IOException {
        if (wire.owes()) {
            wire.write(NOTHING);
        }
        if (wire.owes() || !endsIfAsked()) {
            handOver();
            return false;
        }
        writeInterest(false);
        return true;
    }

    private boolean endsIfAsked() throws IOException {
        if (state == State.FINISHING) {
            state = State.ENDING;
        }
        if (state == State.ENDING && wire.finish()) {
            state = State.FINISHED;
        }
        return state != State.ENDING;
    }

    /** A buffer belongs to the thread that writes at the moment; what was in it is kept without it. */
    private void putAway(Output output) {
        try {
            int held = wire.unsent();
            if (!output.hasLeft(held)) {
                unsent = output.unsent(engine, held);
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
            unsent = output.unsent(engine, wire.unsent());
            kept = null;
            output.clear(buffers);
            buffers.give(output);
        }
        int held = wire.unsent();
        if (unsent != null) {
            unsent.taken(0, held);
        }
        engine.left(taken - held);
        List<Message> messages = new ArrayList<>();
        engine.recover(unsent, messages::add);
        unsent = null;
        return messages;
    }

    /**
     * Leaves the rest until the wire tells: it is full; or the senders never let the queue run empty, and this thread
     * has sent for them long enough.
     */
    private void handOver() {
        blocked = true;
        writeInterest(true);
        beginStall();
    }

    /** Before the handshake there is nobody to record it for. */
    private void beginStall() {
        PipeEnd pipe = connection.pipe();
        if (stall == null && pipe != null) {
            stall = pipe.stalled();
        }
    }

    private void endStall() {
        Interval over = stall;
        stall = null;
        JfrEvents.end(over);
    }

    private void writeInterest(boolean wanted) {
        if (wanted == interested) {
            return;
        }
        if (!wanted) {
            endStall();
        }
        wire.want(Wire.WRITE, wanted);
        connection.waitsForRoom(wanted);
        interested = wanted;
    }

    /** Whether the wire takes no more at the moment: a flush would be in vain. Any thread. */
    boolean isBlocked() {
        return blocked && !hasRoom;
    }

    /** Whether everything that was taken from the queue has left. Any thread. */
    boolean isDrained() {
        return drained;
    }

    /** Whether the output was ended after everything had left. Any thread. */
    boolean isFinished() {
        return state == State.FINISHED;
    }
}
