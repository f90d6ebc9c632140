package io.zmq4j.connection;

import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Timer;
import io.zmq4j.loop.Waiter;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.transport.Wire;
import io.zmq4j.transport.WireException;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.EngineListener;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One link with its protocol engine: moves bytes between a wire and a pipe, from whichever thread comes by.
 *
 * <p>Its two halves, {@link ConnectionReader} and {@link ConnectionWriter}, each have a {@link io.zmq4j.loop.Gate gate} that
 * any thread may try and nobody waits for. The loop's token is needed for neither; it only guards the timer.
 *
 * <p>This is the boundary for errors: whatever goes wrong inside a gate closes this connection with one reason, and
 * nothing else. It is told to the owner once, when both gates are shut.
 */
public final class Connection implements Wire.Host, EngineListener {
    /** Who wants to know what becomes of a connection. Called by any thread, inside a gate: must not block. */
    public interface Owner {
        /** The handshake is complete; gives the pipe that messages go into. */
        PipeEnd onHandshake(Connection connection, PeerInfo peer) throws ProtocolException;

        /** Everything queued has left. */
        void onDrained(Connection connection);

        /** A message came after the goodbye. */
        void onDiscarded();

        /** Nothing can be sent on this connection any more; its end follows. */
        void onBroken();

        /** Somebody is to say whether the peer may come in. The answer may come at once, by any thread, and must come once at most. */
        void onQuestion(Connection connection, Ask.Authenticate question, Consumer<Verdict> answer);

        /** Run what takes long. */
        Executor workers();

        /** A line of the conversation, for whoever watches. */
        void onTrace(String line);

        boolean traces();

        /**
         * The connection is closed and no thread is in it any more. Token held; called again, with the same, if it fails for
         * want of something.
         *
         * @param wasReady whether the handshake had been completed
         * @param unsent what was taken and did not leave whole, oldest first; the owner's now
         */
        void onClosed(Connection connection, Ending ending, boolean wasReady, List<Message> unsent);
    }

    /**
     * Why a connection ended.
     *
     * @param status 300, 400 or 500 where somebody's verdict ended it (RFC 27); else 0
     */
    public record Ending(CloseReason reason, String detail, int status) {
        private static final int NOT_NOW = 300;

        public Ending(CloseReason reason, String detail) {
            this(reason, detail, 0);
        }

        /** Whether a connecting side tries again soon after this. */
        public boolean retry() {
            return reason.retry() || status == NOT_NOW;
        }
    }

    /** Made beforehand: where it is wanted there may be no memory. */
    private static final Ending OUT_OF_MEMORY = new Ending(CloseReason.INTERNAL_ERROR, "out of memory");

    /** What could not be had for a read or a write. */
    private enum Shortage {
        NONE,
        FELT,
        RESTED
    }

    private final Wire wire;
    private final Loop loop;
    private final Owner owner;
    private final Engine engine;
    private final ConnectionReader reader;
    private final ConnectionWriter writer;
    private final Runnable reading;
    private final Runnable writing;
    private final OwnSelector ownSelector;
    private final AtomicInteger openGates = new AtomicInteger(2);
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

    // What must happen whatever is short. Steps are made beforehand: a lambda that is first linked while there is no
    // memory stays broken.

    private final Runnable onTimer = this::onTimer;
    private final Runnable scheduleTick = this::scheduleTick;
    private final Chore finish;

    private final Chore comeBack;
    private final Chore breakOff;

    /** What still comes is of no use to anybody. */
    private volatile boolean discarding;

    /** Closed as soon as the engine's last words have been written, as far as the wire takes them at once. */
    private volatile boolean hasLastWords;

    /** When the peer was last heard, in the time of the clock; written inside the gate for reading. */
    private volatile long heardAt = System.nanoTime();

    private volatile Shortage shortage = Shortage.NONE;
    private volatile @Nullable IOException writeFailure;

    /** Set in the handshake, inside the gate for reading. */
    private volatile @Nullable PipeEnd pipe;

    // ---- owned by the token

    private @Nullable Timer timer;
    private @Nullable List<Message> unsent;

    /** When the engine's timers want to run; written inside the gate for reading. */
    private volatile long tickAt;

    public Connection(
            Wire wire, Loop loop, BufferPool buffers, Engine.Factory protocol, MessageSource source, Owner owner) {
        this.wire = wire;
        this.loop = loop;
        this.owner = owner;
        this.engine = protocol.create(this, System.nanoTime());
        this.tickAt = engine.nextTick();
        this.reader = new ConnectionReader(this, wire, engine, buffers);
        this.ownSelector = new OwnSelector(wire.channel(), loop, this::read);
        this.writer = new ConnectionWriter(this, wire, engine, buffers, source);
        this.reading = reader::read;
        this.writing = writer::flush;
        this.finish = loop.chore(this::finish);
        this.comeBack = loop.chore(this::comeBack);
        this.breakOff = loop.chore(this::breakOff);
    }

    /** Begins with the wire, before any other thread knows the connection; false if that failed and it is closed. */
    public boolean open() {
        try {
            wire.open(this);
            return true;
        } catch (IOException e) {
            fail(e);
            return false;
        }
    }

    /** Begins: the token's holder. */
    public void start() {
        if (System.nanoTime() - tickAt >= 0) {
            // A protocol without a handshake: nobody needs to say anything for the peer to be there.
            read();
        }
        scheduleTick();
        flush();
    }

    // ---- the wire's calls

    @Override
    public void serve(int halves) {
        if ((halves & Wire.WRITE) != 0) {
            writer.unblock();
            flush();
        }
        if ((halves & Wire.READ) != 0) {
            read();
        }
    }

    @Override
    public void ready() {
        comeBack.note();
    }

    @Override
    public void work(Runnable task) {
        try {
            owner.workers().execute(new Work(task));
        } catch (RejectedExecutionException e) {
            // The context has ended, and this connection with it.
        } catch (Throwable e) {
            // No thread: what was lost is the connection alone, and a dialer tries again.
            fail(e);
        }
    }

    private final class Work implements Runnable {
        private final Runnable task;

        Work(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } catch (Throwable e) {
                fail(e);
            } finally {
                ready();
            }
        }
    }

    // ---- time, token held

    private void scheduleTick() {
        loop.cancel(timer);
        timer = null;
        long at = tickAt;
        timer = at == Long.MAX_VALUE || ending.get() != null
                ? null
                : loop.schedule(Math.max(0, at - System.nanoTime()), onTimer);
    }

    /** Reads first, so that what has arrived counts as life; the engine's timers run inside the gate, after that. */
    private void onTimer() {
        timer = null;
        read();
        scheduleTick();
    }

    /**
     * Runs the engine's timers if they are due; inside the gate for reading. Not after the goodbye: a PING could not be sent
     * any more, and the peer's silence says nothing.
     */
    void tick(long now) throws ProtocolException {
        if (discarding) {
            return;
        }
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
            loop.execute(scheduleTick);
        }
    }

    // ---- the engine's calls, inside the gate for reading

    @Override
    public void onHandshake(PeerInfo peer) throws ProtocolException {
        pipe = owner.onHandshake(this, peer);
        reader.noteOutput();
    }

    @Override
    public void onAsk(Ask ask) {
        if (ask instanceof Ask.Work work) {
            work(new Working(work));
        } else if (ask instanceof Ask.Authenticate question) {
            owner.onQuestion(this, question, verdict -> {
                reader.answer(question.decided(verdict));
                ready();
            });
        }
    }

    private final class Working implements Runnable {
        private final Ask.Work work;

        Working(Ask.Work work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                reader.answer(work.call());
            } catch (Exception e) {
                fail(e);
            }
        }
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
        return target.takesMore();
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

    /** The pipe, from the handshake on. */
    @Nullable
    PipeEnd pipe() {
        return pipe;
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
    int busy() {
        return loop.ready();
    }

    /** While bytes wait for room, the loop must not go without a driver. */
    void waitsForRoom(boolean waits) {
        if (waits) {
            loop.addDependentSoon();
        } else {
            loop.removeDependent();
        }
    }

    void onDrained() {
        owner.onDrained(this);
    }

    /** Bytes came, inside the gate for reading. */
    void onHeard(long now) {
        if (discarding) {
            heardAt = now;
        }
    }

    /** What the peer sent before it went is still there to be read, and so may be a better reason. */
    void onWriteFailed(IOException why) {
        owner.onBroken();
        if (why instanceof WireException) {
            fail(why);
            return;
        }
        writeFailure = why;
        breakOff.post();
    }

    private void breakOff() {
        IOException why = writeFailure;
        if (why != null) {
            read();
            fail(why);
        }
    }

    /** There is no memory for a buffer: nothing is asked of the wire, which would tell at once; but tried again soon. */
    void onShortage() {
        shortage = Shortage.FELT;
        comeBack.post();
    }

    private void comeBack() {
        if (shortage == Shortage.FELT) {
            shortage = Shortage.RESTED;
            throw Chore.AGAIN;
        }
        shortage = Shortage.NONE;
        writer.unblock();
        read();
        flush();
    }

    // ---- any thread

    /** Reads and decodes what is there, if nobody else does. */
    public void read() {
        OutOfLine.run(reading);
    }

    /** Encodes and writes what is queued, if nobody else does and the wire takes it. */
    public void flush() {
        OutOfLine.run(writing);
    }

    /** Whether the rest of a large body is coming fast. */
    public boolean isStreaming() {
        return reader.isStreaming();
    }

    /** Waits for what comes on this connection; false, at once, if it is better to wait where everybody does. */
    public boolean await(Waiter waiter, long nanos) {
        return !writer.isBlocked() && ownSelector.await(waiter, nanos);
    }

    /** Others depend on the loop to read here. */
    public void share() {
        ownSelector.share();
    }

    public boolean isBlocked() {
        return writer.isBlocked();
    }

    public boolean isDrained() {
        return writer.isDrained();
    }

    /**
     * Says goodbye: nothing is sent after what is under way, and what comes is read and thrown away until the peer closes as
     * well. Closing at once instead would, if anything came or lay unread, make the kernel reset the connection and throw away
     * what it has not delivered yet. For the same reason nothing is answered: a write would fail.
     */
    public void sayGoodbye() {
        discarding = true;
        heardAt = System.nanoTime();
        writer.finish();
        flush();
        read();
    }

    boolean isDiscarding() {
        return discarding;
    }

    /** Whether the goodbye is on its way, behind everything else. Any thread. */
    public boolean hasSaidGoodbye() {
        return writer.isFinished();
    }

    /** When the peer was last heard after the goodbye, or else when that was said. Any thread. */
    public long heardAt() {
        return heardAt;
    }

    /** Whether the peer sends heartbeats. Any thread. */
    public boolean isPinged() {
        return engine.isPinged();
    }

    // ---- closing: any thread

    /** Closes the link for this reason, unless it is closed for another already. */
    public void close(CloseReason reason, String detail) {
        close(new Ending(reason, detail));
    }

    /** Something failed inside a gate: ends the connection for that reason. Throws nothing, whatever is short. */
    @Override
    public void fail(Throwable failure) {
        boolean done = false;
        try {
            if (failure instanceof ProtocolException e) {
                // The engine may have a last word for the peer, such as ERROR.
                closeAfterLastWords(e);
            } else if (failure instanceof WireException e) {
                close(e.reason(), message(e));
            } else if (failure instanceof IOException e) {
                close(CloseReason.CONNECTION_LOST, message(e));
            } else if (failure instanceof OutOfMemoryError) {
                close(OUT_OF_MEMORY);
            } else {
                close(CloseReason.INTERNAL_ERROR, String.valueOf(failure));
            }
            done = true;
        } catch (Throwable e) {
            // There was no memory to say it.
        } finally {
            if (!done) {
                ending.compareAndSet(null, OUT_OF_MEMORY);
                shut();
            }
        }
    }

    /**
     * Closes the link when the engine's last words, such as an ERROR, have been written. The thread in the gate for writing
     * hears of them and closes; nobody waits if the wire takes nothing.
     */
    void closeAfterLastWords(ProtocolException why) {
        if (ending.compareAndSet(null, new Ending(why.reason(), String.valueOf(why.getMessage()), why.status()))) {
            hasLastWords = true;
            flush();
        }
    }

    /** Everything that was to be written has been tried. Outside the gate. */
    void afterLastWords() {
        if (hasLastWords) {
            shut();
        }
    }

    private void close(Ending why) {
        if (ending.compareAndSet(null, why)) {
            shut();
        }
    }

    private void shut() {
        wire.close();
        ownSelector.close();
        reader.close();
        writer.close();
    }

    /** One of the two halves has nobody inside any more. */
    void onGateShut() {
        if (openGates.decrementAndGet() == 0) {
            finish.post();
        }
    }

    private void finish() {
        loop.cancel(timer);
        timer = null;
        ownSelector.release();
        List<Message> left = unsent;
        if (left == null) {
            left = writer.takeUnsent();
            unsent = left;
        }
        engine.end();
        Ending why = ending.get();
        if (why != null) {
            // Only here, where no thread is in the handshake any more, is it sure whether it was completed.
            owner.onClosed(this, why, pipe != null, left);
        }
    }

    public static String message(IOException e) {
        return e.getMessage() != null ? e.getMessage() : e.getClass().getSimpleName();
    }
}
