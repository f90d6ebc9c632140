package io.zmq4j.session;

import io.zmq4j.loop.Loop;
import io.zmq4j.loop.LoopHandler;
import io.zmq4j.loop.Timer;
import io.zmq4j.loop.Waiter;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.engine.EngineListener;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One link with its protocol engine: moves bytes between a channel and a pipe, from whichever thread comes by.
 *
 * <p>Its two halves, {@link ConnectionReader} and {@link ConnectionWriter}, each have a {@link io.zmq4j.loop.Gate gate} that
 * any thread may try and nobody waits for. The loop's token is needed for neither; it only guards the timer and the key's
 * registration.
 *
 * <p>This is the boundary for errors: whatever goes wrong inside a gate closes this connection with one reason, and
 * nothing else. It is told to the owner once, when both gates are shut.
 */
final class Connection implements LoopHandler, EngineListener {
    /** Who wants to know what becomes of a connection. Called by any thread, inside a gate: must not block. */
    interface Owner extends MessageSource {
        /** The handshake is complete; gives the pipe that messages go into. */
        PipeEnd onHandshake(Connection connection, PeerInfo peer) throws ProtocolException;

        /** Everything queued was handed to the kernel. */
        void onDrained(Connection connection);

        /** A message came after the goodbye. */
        void onDiscarded();

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

    private final SocketChannel channel;
    private final Loop loop;
    private final Owner owner;
    private final ZmtpEngine engine;
    private final ConnectionReader reader;
    private final ConnectionWriter writer;
    private final Runnable reading;
    private final Runnable writing;
    private final OwnSelector ownSelector;
    private final AtomicInteger openGates = new AtomicInteger(2);
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

    private volatile @Nullable SelectionKey key;

    /** What still comes is of no use to anybody. */
    private volatile boolean discarding;

    /** Set in the handshake, inside the gate for reading. */
    private volatile @Nullable PipeEnd pipe;

    // ---- owned by the token

    private @Nullable Timer timer;
    /** When the engine's timers want to run; written inside the gate for reading. */
    private volatile long tickAt;

    Connection(SocketChannel channel, Loop loop, BufferPool buffers, EngineOptions options, Owner owner) {
        this.channel = channel;
        this.loop = loop;
        this.owner = owner;
        this.engine = new ZmtpEngine(options, this, System.nanoTime());
        this.tickAt = engine.nextTick();
        this.reader = new ConnectionReader(this, engine, buffers);
        this.ownSelector = new OwnSelector(channel, loop, this::read);
        this.writer = new ConnectionWriter(this, engine, buffers, owner);
        this.reading = reader::read;
        this.writing = writer::flush;
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
            writer.unblock();
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

    /** Runs the engine's timers if they are due; inside the gate for reading. */
    void tick(long now) throws ProtocolException {
        if (now - tickAt >= 0) {
            engine.tick(now);
        }
        noteTick();
    }

    private void noteTick() {
        long at = engine.nextTick();
        long before = tickAt;
        tickAt = at;
        if (at - before < 0 || (at == Long.MAX_VALUE && before != Long.MAX_VALUE)) {
            loop.execute(this::scheduleTick);
        }
    }

    // ---- the engine's calls, inside the gate for reading

    @Override
    public void onHandshake(PeerInfo peer) throws ProtocolException {
        pipe = owner.onHandshake(this, peer);
        reader.noteOutput();
    }

    @Override
    public boolean onMessage(Message message) {
        if (discarding) {
            owner.onDiscarded();
            return true;
        }
        PipeEnd target = pipe;
        if (target == null) {
            throw new IllegalStateException("a message before the handshake");
        }
        target.deliver(message);
        return target.inbound().hasRoomOrWait();
    }

    @Override
    public boolean isReading() {
        return reader.isReading();
    }

    @Override
    public void onOutput() {
        reader.noteOutput();
    }

    @Override
    public void onTrace(String line) {
        owner.onTrace(line);
    }

    @Override
    public boolean traces() {
        return owner.traces();
    }

    // ---- for the two halves

    SocketChannel channel() {
        return channel;
    }

    /** The pipe, from the handshake on. */
    @Nullable
    PipeEnd pipe() {
        return pipe;
    }

    /** Switches interest in an operation; false if there is no key any more. */
    boolean interest(int operation, boolean wanted) {
        SelectionKey registered = key;
        if (registered == null || !registered.isValid()) {
            return false;
        }
        try {
            if (wanted) {
                registered.interestOpsOr(operation);
                loop.interestChanged();
            } else {
                registered.interestOpsAnd(~operation);
            }
            return true;
        } catch (CancelledKeyException e) {
            // Closed by another thread at this moment.
            return false;
        }
    }

    /** Whether the loop's selector should look for what comes; else a thread does that waits for it. */
    boolean isReadByLoop() {
        return ownSelector.isLoops();
    }

    /** Whether the calling thread is the one the selector talks to. */
    boolean isDrivenByMe() {
        return loop.isDrivenByMe();
    }

    /** About how many connections have something to do at the same time. */
    int ready() {
        return loop.ready();
    }

    /** While bytes wait for the kernel, the loop must not go without a driver. */
    void waitsForKernel(boolean waits) {
        if (waits) {
            loop.addDependentSoon();
        } else {
            loop.removeDependent();
        }
    }

    void onDrained() {
        owner.onDrained(this);
    }

    /** What the peer sent before it went is still there to be read, and so may be a better reason. */
    void onWriteFailed(IOException why) {
        owner.onBroken();
        loop.execute(() -> {
            read();
            close(CloseReason.CONNECTION_LOST, message(why));
        });
    }

    // ---- any thread

    /** Reads and decodes what is there, if nobody else does. */
    void read() {
        OutOfLine.run(reading);
    }

    /** Encodes and writes what is queued, if nobody else does and the kernel takes it. */
    void flush() {
        OutOfLine.run(writing);
    }

    /** Whether the rest of a large body is coming fast. */
    boolean isStreaming() {
        return reader.isStreaming();
    }

    /** Waits for what comes on this connection; false, at once, if it is better to wait where everybody does. */
    boolean await(Waiter waiter, long nanos) {
        return !writer.isBlocked() && ownSelector.await(waiter, nanos);
    }

    /** Others depend on the loop to read here. */
    void share() {
        ownSelector.share();
    }

    boolean isBlocked() {
        return writer.isBlocked();
    }

    boolean isDrained() {
        return writer.isDrained();
    }

    /**
     * Says goodbye: nothing is sent any more, and what comes is read and thrown away until the peer closes as well.
     * Closing at once instead would, if anything came or lay unread, make the kernel reset the connection and throw away
     * what it has not delivered yet.
     */
    void sayGoodbye() {
        discarding = true;
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            close(CloseReason.CONNECTION_LOST, message(e));
            return;
        }
        read();
    }

    boolean isDiscarding() {
        return discarding;
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
        ownSelector.close();
        reader.close();
        writer.close();
    }

    /** One of the two halves has nobody inside any more. */
    void onGateShut() {
        if (openGates.decrementAndGet() == 0) {
            loop.execute(this::finish);
        }
    }

    private void finish() {
        loop.cancel(timer);
        timer = null;
        ownSelector.cancel();
        writer.discard();
        Ending why = ending.get();
        if (why != null) {
            owner.onClosed(this, why, engine.takeUnsent());
        }
    }

    static String message(IOException e) {
        return e.getMessage() != null ? e.getMessage() : e.getClass().getSimpleName();
    }
}
