package io.zmq4j.session;

import io.zmq4j.loop.Gate;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.LoopHandler;
import io.zmq4j.loop.Timer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.session.BufferPool.Input;
import io.zmq4j.session.BufferPool.Output;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.engine.EngineListener;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.Outgoing;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One link with its protocol engine: moves bytes between a channel and a pipe, from whichever thread comes by.
 *
 * <p>Reading is guarded by {@code reading}, writing by {@code writing}: {@link Gate gates} that any thread may try and
 * nobody waits for. The loop's token is needed for neither; it only guards the timer and the key's registration.
 * <ul>
 *   <li>Bytes that cannot be decoded because the pipe is full stay in {@code rest}; the pipe's reader calls
 *       {@link #read} when it has made room. Interest in reading is switched off by the one who finds that nothing can
 *       be read, and on again by the one who resumes, both inside {@code reading}: it cannot get lost between them.
 *   <li>Bytes that the kernel does not take stay in {@code unsent} with interest in writing switched on, both inside
 *       {@code writing}.
 *   <li>This is the boundary for errors: whatever goes wrong inside a gate closes this connection with one reason, and
 *       nothing else. It is told to the owner once, when both gates are shut.
 * </ul>
 */
final class Connection implements LoopHandler, EngineListener {
    /** Who wants to know what becomes of a connection. Called by any thread, inside a gate: must not block. */
    interface Owner {
        /** The handshake is complete; gives the pipe that messages go into. */
        PipeEnd onHandshake(Connection connection, PeerInfo peer) throws ProtocolException;

        /** The next message to send, or null. */
        @Nullable
        Message nextMessage();

        /** Everything queued was handed to the kernel. */
        void onDrained(Connection connection);

        /** Nothing can be sent on this connection any more; its end follows. */
        void onBroken();

        /** A line of the conversation, for whoever watches. */
        void onTrace(String line);

        boolean traces();

        /** The connection is closed and no thread is in it any more; {@code unsent} was taken and not begun to be sent. */
        void onClosed(Connection connection, Ending ending, @Nullable Message unsent);
    }

    /** Why and in what state a connection ended. */
    record Ending(CloseReason reason, String detail, boolean wasReady) {}

    private static final int READS_IN_A_ROW = 4;
    private static final int LARGE_BODY = 16 * 1024;
    private static final int WRITES_IN_A_ROW = 64;
    private static final int ROUNDS_IN_A_ROW = 16;

    private final SocketChannel channel;
    private final Loop loop;
    private final BufferPool buffers;
    private final Owner owner;
    private final ZmtpEngine engine;
    private final Gate reading = new Gate(this::onGateShut);
    private final Gate writing = new Gate(this::onGateShut);
    private final AtomicInteger openGates = new AtomicInteger(2);
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

    private volatile @Nullable SelectionKey key;

    // ---- inside `reading`

    private volatile @Nullable PipeEnd pipe;
    private byte @Nullable [] rest;
    private int restFrom;
    private boolean readInterest = true;
    private boolean outputWaits;
    /** Nothing is read because the pipe is full: silence is not the peer's then. */
    private boolean heldBack;

    // ---- inside `writing`

    /** Filled and not yet written. */
    private @Nullable Output unsent;
    /** What the kernel did not take of the last output, when that was given back. */
    private @Nullable ByteBuffer leftover;

    private boolean writeInterest;
    /** The kernel takes no more until the selector says so; cleared by the one whom the selector tells. */
    private volatile boolean blocked;
    /** The last flush left nothing behind. */
    private volatile boolean drained;

    // ---- owned by the token

    private @Nullable Timer timer;
    /** When the engine's timers want to run; written inside {@code reading}. */
    private volatile long tickAt;

    Connection(SocketChannel channel, Loop loop, BufferPool buffers, EngineOptions options, Owner owner) {
        this.channel = channel;
        this.loop = loop;
        this.buffers = buffers;
        this.owner = owner;
        this.engine = new ZmtpEngine(options, this, System.nanoTime());
        this.tickAt = engine.nextTick();
    }

    /** Registers the channel, before any other thread knows the connection; false if that failed and it is closed. */
    boolean register() {
        try {
            key = loop.register(channel, SelectionKey.OP_READ, this);
            return true;
        } catch (IOException e) {
            close(CloseReason.CONNECTION_LOST, message(e));
            return false;
        }
    }

    /** Begins: the token's holder. */
    void start() {
        scheduleTick();
        flush();
    }

    // ---- the loop's calls, token held

    @Override
    public void onReady(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        int ready = key.readyOps();
        if ((ready & SelectionKey.OP_WRITE) != 0) {
            blocked = false;
            flush();
        }
        if ((ready & SelectionKey.OP_READ) != 0) {
            read();
        }
    }

    @Override
    public void onError(Throwable error) {
        close(CloseReason.INTERNAL_ERROR, String.valueOf(error));
    }

    private void scheduleTick() {
        loop.cancel(timer);
        long at = tickAt;
        timer = at == Long.MAX_VALUE || ending.get() != null
                ? null
                : loop.schedule(Math.max(0, at - System.nanoTime()), this::onTimer);
    }

    /** Reads first, so that what has arrived counts as life; the engine's timers run inside the gate, after that. */
    private void onTimer() {
        timer = null;
        read();
        scheduleTick();
    }

    // ---- reading: any thread

    /** Reads and decodes what is there, if nobody else does. */
    void read() {
        if (!reading.tryEnter()) {
            return;
        }
        boolean wantsOutput;
        do {
            readInside();
            wantsOutput = outputWaits;
            outputWaits = false;
        } while (!reading.leave());
        PipeEnd target = pipe;
        if (target != null) {
            target.afterDelivery();
        }
        if (wantsOutput) {
            flush();
        }
    }

    private void readInside() {
        try {
            long now = System.nanoTime();
            if (decodeRest(now)) {
                readChannel(now);
            }
            if (now - tickAt >= 0) {
                engine.tick(now);
            }
            noteTick();
        } catch (ProtocolException e) {
            // The engine may have a last word for the peer, such as ERROR.
            flush();
            close(e.reason(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            close(CloseReason.CONNECTION_LOST, message(e));
        } catch (Throwable e) {
            close(CloseReason.INTERNAL_ERROR, String.valueOf(e));
        }
    }

    /** Whether there is room for what comes. */
    private boolean hasRoom() {
        PipeEnd target = pipe;
        return target == null || target.inbound().hasRoomOrWait();
    }

    /** Decodes what could not be decoded before; false if there still is something left. */
    private boolean decodeRest(long now) throws ProtocolException {
        heldBack = !hasRoom();
        if (!heldBack && rest != null) {
            restFrom += engine.receive(rest, restFrom, rest.length - restFrom, now);
            if (restFrom == rest.length) {
                rest = null;
            }
            // The last message of the rest may be the one that fills the queue.
            heldBack = rest != null || !hasRoom();
        }
        readInterest(!heldBack);
        return !heldBack;
    }

    private void readChannel(long now) throws IOException, ProtocolException {
        Input input = buffers.takeInput();
        try {
            for (int i = 0; i < READS_IN_A_ROW; i++) {
                int missing = engine.bodyMissing();
                boolean large = missing >= LARGE_BODY;
                ByteBuffer direct = input.direct.clear();
                direct.limit(large ? Math.min(missing, direct.capacity()) : input.heap.length);
                int wanted = direct.remaining();
                int got = channel.read(direct);
                if (got < 0) {
                    throw engine.endOfStream();
                }
                if (got == 0) {
                    return;
                }
                direct.flip();
                if (large) {
                    engine.receiveBody(direct, now);
                } else {
                    direct.get(input.heap, 0, got);
                    int taken = engine.receive(input.heap, 0, got, now);
                    if (taken < got) {
                        heldBack = true;
                        rest = Arrays.copyOfRange(input.heap, taken, got);
                        restFrom = 0;
                        return;
                    }
                }
                if (got < wanted || !hasRoom()) {
                    return;
                }
            }
        } finally {
            buffers.give(input);
        }
    }

    private void readInterest(boolean wanted) {
        SelectionKey registered = key;
        if (wanted == readInterest || registered == null || !registered.isValid()) {
            return;
        }
        readInterest = wanted;
        if (wanted) {
            registered.interestOpsOr(SelectionKey.OP_READ);
            loop.needsDriver();
        } else {
            registered.interestOpsAnd(~SelectionKey.OP_READ);
        }
    }

    private void noteTick() {
        long at = engine.nextTick();
        long before = tickAt;
        tickAt = at;
        if (at - before < 0 || (at == Long.MAX_VALUE && before != Long.MAX_VALUE)) {
            loop.execute(this::scheduleTick);
        }
    }

    // ---- the engine's calls, inside `reading`

    @Override
    public void onHandshake(PeerInfo peer) throws ProtocolException {
        pipe = owner.onHandshake(this, peer);
        outputWaits = true;
    }

    @Override
    public boolean onMessage(Message message) {
        PipeEnd target = pipe;
        if (target == null) {
            throw new IllegalStateException("a message before the handshake");
        }
        target.deliver(message);
        return target.inbound().hasRoomOrWait();
    }

    @Override
    public boolean isReading() {
        return !heldBack;
    }

    @Override
    public void onOutput() {
        outputWaits = true;
    }

    @Override
    public void onTrace(String line) {
        owner.onTrace(line);
    }

    @Override
    public boolean traces() {
        return owner.traces();
    }

    // ---- writing: any thread

    /** Encodes and writes what is queued, if nobody else does and the kernel takes it. */
    void flush() {
        if (!writing.tryEnter()) {
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
        } while (!writing.leave());
        PipeEnd source = pipe;
        if (source != null) {
            source.afterTaking();
        }
        if (done) {
            owner.onDrained(this);
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
                channel.write(leftover);
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
                channel.write(unsent.direct);
                if (unsent.direct.hasRemaining()) {
                    keepLeftover(unsent);
                    break;
                }
                unsent = fill(unsent);
            }
            handOver();
            return false;
        } catch (IOException e) {
            // What the peer sent before it went is still there to be read, and so may be a better reason.
            blocked = true;
            owner.onBroken();
            loop.execute(() -> {
                read();
                close(CloseReason.CONNECTION_LOST, message(e));
            });
            return false;
        } catch (Throwable e) {
            close(CloseReason.INTERNAL_ERROR, String.valueOf(e));
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
            if (outgoing.isEmpty() && !engine.transmit(outgoing, owner::nextMessage)) {
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
        SelectionKey registered = key;
        if (wanted == writeInterest || registered == null || !registered.isValid()) {
            return;
        }
        writeInterest = wanted;
        if (wanted) {
            registered.interestOpsOr(SelectionKey.OP_WRITE);
            loop.addDependent();
            loop.needsDriver();
        } else {
            registered.interestOpsAnd(~SelectionKey.OP_WRITE);
            loop.removeDependent();
        }
    }

    /** Whether the kernel takes no more at the moment: a flush would be in vain. Any thread. */
    boolean isBlocked() {
        return blocked;
    }

    /** Whether everything that was taken from the queue has been handed to the kernel. Any thread. */
    boolean isDrained() {
        return drained;
    }

    // ---- closing: any thread

    /** Closes the link for this reason, unless it is closed for another already. */
    void close(CloseReason reason, String detail) {
        if (!ending.compareAndSet(null, new Ending(reason, detail, pipe != null))) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        reading.close();
        writing.close();
    }

    private void onGateShut() {
        if (openGates.decrementAndGet() == 0) {
            loop.execute(this::finish);
        }
    }

    private void finish() {
        loop.cancel(timer);
        timer = null;
        if (writeInterest) {
            writeInterest = false;
            loop.removeDependent();
        }
        unsent = null;
        leftover = null;
        Ending why = ending.get();
        if (why != null) {
            owner.onClosed(this, why, engine.takeUnsent());
        }
    }

    /** The peer's address, or null if it cannot be told any more. */
    @Nullable
    SocketAddress peerAddress() {
        try {
            return channel.getRemoteAddress();
        } catch (IOException e) {
            return null;
        }
    }

    private static String message(IOException e) {
        return e.getMessage() != null ? e.getMessage() : e.getClass().getSimpleName();
    }
}
