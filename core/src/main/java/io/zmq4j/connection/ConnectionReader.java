package io.zmq4j.connection;

import io.zmq4j.connection.BufferPool.Input;
import io.zmq4j.loop.Gate;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.transport.Wire;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A connection's inbound half: bytes from the wire through the engine into the pipe. Everything is guarded by the
 * gate, which any thread may try.
 *
 * <p>Bytes that cannot be decoded because the pipe is full stay in {@code rest}; the pipe's reader calls {@link #read}
 * when it has made room. Interest in reading is switched off by the thread that finds that nothing can be read, and on again
 * by the one that resumes, both inside the gate: it cannot get lost between them.
 */
final class ConnectionReader {
    private static final int READS_IN_A_ROW = 4;
    private static final int LARGE_BODY = 8 * 1024;
    /** So many connections may read as much as they like at the same time. */
    private static final int CROWD = 8;

    private static final int LEAST_READ = 16 * 1024;

    /** Bytes that are kept of a peer while an answer about it is awaited: more than it may have to say. */
    private static final int MOST_UNHEARD = 8 * 1024;

    /** Bytes that one read gives only if the peer is at work this very moment: a gigabit a second does not. */
    private static final int STREAM = 32 * 1024;

    private final Connection connection;
    private final Wire wire;
    private final Engine engine;
    private final BufferPool buffers;
    private final Gate gate;

    /** What was read and not decoded yet: an array of the pool's size is the pool's. */
    private byte @Nullable [] rest;

    private int restFrom;
    private int restTo;
    private boolean interested = true;
    private boolean outputWaits;
    /** Something was decoded since the gate was entered. */
    private boolean decoded;
    /**
     * Something was put into the pipe of which its reader may not know yet. A read that gives nothing tells nothing, or who looks
     * whenever it is told would look for ever.
     *
     * <p>Set inside the gate, after the putting; taken outside, before the telling. Of two threads, one inside and one that tells: the
     * mark of the former comes before the latter takes it, and then its telling sees what was put; or after, and then there is
     * another mark to tell.
     */
    private volatile boolean untold;
    /** Nothing is read because the pipe is full: silence is not the peer's then. */
    private boolean heldBack;

    private volatile Ask.@Nullable Answer answer;
    /** The last read gave much, and left a large body half there. A hint, written inside the gate. */
    private volatile boolean streaming;

    ConnectionReader(Connection connection, Wire wire, Engine engine, BufferPool buffers) {
        this.connection = connection;
        this.wire = wire;
        this.engine = engine;
        this.buffers = buffers;
        this.gate = new Gate(connection::onGateShut);
    }

    /** Lets nobody in any more. */
    void close() {
        gate.close();
    }

    /** Whether the rest of a large body is coming fast. Any thread. */
    boolean isStreaming() {
        return streaming;
    }

    private void noteStream(int got) {
        boolean streams = got >= STREAM && engine.bodyMissing() > 0;
        // Nearly always false as before, and a volatile store costs a fence.
        if (streams != streaming) {
            streaming = streams;
        }
    }

    /** Inside the gate: the engine has something to send. */
    void noteOutput() {
        outputWaits = true;
    }

    /** Inside the gate: whether silence is the peer's. */
    boolean isReading() {
        return !heldBack;
    }

    /** Reads and decodes what is there, if nobody else does. */
    void read() {
        if (!gate.tryEnter()) {
            return;
        }
        boolean wantsOutput = false;
        do {
            readInside();
            wantsOutput |= outputWaits;
            outputWaits = false;
            if (decoded) {
                decoded = false;
                untold = true;
            }
        } while (!gate.leave());
        try {
            if (untold) {
                tell();
            }
        } finally {
            if (wantsOutput) {
                connection.flush();
            }
        }
    }

    private void tell() {
        untold = false;
        boolean told = false;
        try {
            PipeEnd pipe = connection.pipe();
            if (pipe != null) {
                pipe.afterDelivery();
            }
            told = true;
        } finally {
            if (!told) {
                // For want of memory: the next read tells.
                untold = true;
            }
        }
    }

    /** Throws nothing: the thread inside must get out. */
    private void readInside() {
        try {
            long now = System.nanoTime();
            resume(now);
            try {
                takeIn(now);
            } finally {
                engine.restInbound();
            }
            connection.tick(now);
        } catch (Throwable e) {
            connection.fail(e);
        }
    }

    private void takeIn(long now) throws IOException, ProtocolException {
        if (decodeRest(now)) {
            readWire(now);
        } else if (listens()) {
            listen();
        }
    }

    /** What the handshake has asked for is there: the next {@link #read} goes on with it. Any thread, once for each question. */
    void answer(Ask.Answer given) {
        answer = given;
    }

    private void resume(long now) throws ProtocolException {
        Ask.Answer given = answer;
        if (given != null) {
            answer = null;
            decoded = true;
            engine.resume(given, now);
        }
    }

    /** Whether there is room for what comes, and it can be gone on with. */
    private boolean hasRoom() {
        PipeEnd pipe = connection.pipe();
        return pipe == null ? engine.wantsBytes() : connection.isDiscarding() || pipe.takesMore();
    }

    /**
     * Whether an answer is awaited, and the wire looked at meanwhile: a peer that does not wait for it and leaves shall not keep its
     * place. What it sends is kept, and nothing more is read when that is too much.
     */
    private boolean listens() {
        return connection.pipe() == null && !engine.wantsBytes() && (rest == null || restTo - restFrom < MOST_UNHEARD);
    }

    private void listen() throws IOException, ProtocolException {
        Input input = buffers.takeInput();
        if (input == null) {
            setInterest(false);
            connection.onShortage();
            return;
        }
        try {
            int kept = rest == null ? 0 : restTo - restFrom;
            input.direct.clear().limit(Math.min(MOST_UNHEARD - kept, input.heap.length));
            if (wire.read(input.direct) < 0) {
                throw engine.endOfStream();
            }
            keepToo(input.direct.flip());
        } finally {
            buffers.give(input);
        }
        readInterest(listens());
    }

    /** Behind what is kept already, if anything is. */
    private void keepToo(ByteBuffer more) {
        byte[] before = rest;
        if (before == null || !more.hasRemaining()) {
            keepRest(more);
            return;
        }
        int kept = restTo - restFrom;
        byte[] all = Arrays.copyOfRange(before, restFrom, restTo + more.remaining());
        more.get(all, kept, more.remaining());
        letGoOfRest(before);
        rest = all;
        restFrom = 0;
        restTo = all.length;
    }

    /** Decodes what could not be decoded before; false if there still is something left. */
    private boolean decodeRest(long now) throws ProtocolException {
        heldBack = !hasRoom();
        if (!heldBack && rest != null) {
            decoded = true;
            restFrom += engine.receive(rest, restFrom, restTo - restFrom, now);
            if (restFrom == restTo) {
                letGoOfRest(rest);
            }
            // The last message of the rest may be the one that fills the queue.
            heldBack = rest != null || !hasRoom();
        }
        readInterest(!heldBack || listens());
        return !heldBack;
    }

    private void readWire(long now) throws IOException, ProtocolException {
        Input input = buffers.takeInput();
        if (input == null) {
            setInterest(false);
            connection.onShortage();
            return;
        }
        ByteBuffer large = null;
        try {
            for (int i = 0; !heldBack && (i < READS_IN_A_ROW || wire.hasBuffered()); i++) {
                ByteBuffer direct = input.direct;
                // Small messages gain nothing from longer reads; large ones do, and say so by being in the middle of
                // one.
                if (engine.bodyMissing() > 0) {
                    large = large != null ? large : buffers.takeLarge();
                    direct = large != null ? large : direct;
                    direct.clear();
                } else {
                    direct.clear().limit(share(input.heap.length, readsFor()));
                }
                int wanted = direct.remaining();
                int got = wire.read(direct);
                if (got < 0) {
                    throw engine.endOfStream();
                }
                if (got > 0) {
                    connection.onHeard(now);
                    decoded = true;
                }
                decode(direct.flip(), input, now);
                noteStream(got);
                if ((got < wanted || wanted < input.heap.length) && !wire.hasBuffered()) {
                    return;
                }
            }
        } finally {
            buffers.give(input);
            if (large != null) {
                buffers.giveLarge(large);
            }
        }
    }

    /** How many connections this thread reads for. */
    private int readsFor() {
        return connection.isDrivenByMe() ? connection.busy() : 1;
    }

    /**
     * How much to read at a time. A driver reads for many before anybody takes what it read: what it piles up meanwhile
     * shall still be in the cache then, and not outlive a collection.
     */
    static int share(int most, int connections) {
        return connections <= CROWD ? most : Math.max(LEAST_READ, most * CROWD / connections);
    }

    /** Decodes what was read: large bodies straight into their array, everything else from a copy on the heap. */
    private void decode(ByteBuffer direct, Input input, long now) throws ProtocolException {
        int end = direct.limit();
        while (direct.hasRemaining()) {
            int missing = engine.bodyMissing();
            if (missing >= LARGE_BODY) {
                direct.limit(direct.position() + Math.min(missing, direct.remaining()));
                engine.receiveBody(direct, now);
                direct.limit(end);
            } else {
                int length = Math.min(direct.remaining(), input.heap.length);
                direct.get(input.heap, 0, length);
                int taken = engine.receive(input.heap, 0, length, now);
                if (taken < length && !direct.hasRemaining()) {
                    heldBack = true;
                    keepRest(input, taken, length);
                    return;
                }
                direct.position(direct.position() - (length - taken));
            }
            if (!hasRoom()) {
                heldBack = true;
                keepRest(direct);
                return;
            }
        }
    }

    /** An array of the pool's if there is much, else one as large as it must be: what a peer may hold is what it sent. */
    private void keepRest(Input input, int from, int to) {
        if (to - from > input.heap.length / 2) {
            rest = buffers.keepHeap(input);
            restFrom = from;
            restTo = to;
        } else {
            rest = Arrays.copyOfRange(input.heap, from, to);
            restFrom = 0;
            restTo = to - from;
        }
    }

    private void keepRest(ByteBuffer direct) {
        if (direct.hasRemaining()) {
            var bytes = new byte[direct.remaining()];
            direct.get(bytes);
            rest = bytes;
            restFrom = 0;
            restTo = bytes.length;
        }
    }

    private void letGoOfRest(byte[] decoded) {
        rest = null;
        if (decoded.length == BufferPool.BATCH) {
            buffers.give(decoded);
        }
    }

    private void readInterest(boolean hasRoom) {
        boolean wanted = hasRoom && connection.isReadByLoop();
        // For want of room, only the one whom the selector would call again and again has a reason to switch it off.
        boolean sensible = hasRoom || connection.isDrivenByMe();
        if (wanted != interested && sensible) {
            setInterest(wanted);
        }
    }

    private void setInterest(boolean wanted) {
        if (wire.want(Wire.READ, wanted)) {
            interested = wanted;
        }
    }
}
