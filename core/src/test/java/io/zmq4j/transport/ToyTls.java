package io.zmq4j.transport;

import io.zmq4j.zmtp.CloseReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * All that is awkward about TLS, and no security. It shakes hands before it carries anything, each side with a task that runs
 * elsewhere; gives bytes by the record, so that it holds some back; answers what it reads; holds a record that has not left
 * whole; and ends with a word of its own, without which the end was a cut.
 *
 * <pre>
 *   HELLO ──the peer's hello came──► COMPUTING ──the task is done──► UP ──the peer's close came──► ENDED
 *
 *   +------+------+------+---------------- - -
 *   | kind |   length    |  body, each octet changed
 *   +------+------+------+---------------- - -
 * </pre>
 */
public final class ToyTls implements Wire, Wire.Host {
    /** Bytes of plain text a record. */
    public static final int RECORD = 1_000;

    private static final int HEADER = 3;
    private static final byte MASK = 0x5A;

    private enum State {
        HELLO,
        COMPUTING,
        UP,
        ENDED
    }

    private enum Kind {
        HELLO,
        DATA,
        UPDATE,
        UPDATED,
        CLOSE
    }

    private final Wire inner;
    private final boolean isDialling;
    private final ByteBuffer received =
            ByteBuffer.allocate(2 * (HEADER + RECORD)).flip();
    private final Queue<byte[]> owed = new ArrayDeque<>();
    private State state = State.HELLO;
    private ByteBuffer plain = ByteBuffer.allocate(0);
    private ByteBuffer leaving = ByteBuffer.allocate(0);
    private int held;
    private boolean wantsRead = true;
    private boolean wantsWrite;
    private boolean hasSaidClose;
    private int updates;
    private @Nullable Host host;

    public ToyTls(Wire inner, boolean isDialling) {
        this.inner = inner;
        this.isDialling = isDialling;
    }

    /** Asks the peer for an answer. */
    public synchronized void askForUpdate() {
        owe(Kind.UPDATE);
    }

    /** How many answers came. */
    public synchronized int updates() {
        return updates;
    }

    // ---- what the inner wire asks; of which half it is told says nothing about which of ours can go on

    @Override
    public void serve(int halves) {
        host().serve(READ | WRITE);
    }

    @Override
    public void ready() {
        host().ready();
    }

    @Override
    public void work(Runnable task) {
        host().work(task);
    }

    @Override
    public void fail(Throwable failure) {
        host().fail(failure);
    }

    private Host host() {
        return Objects.requireNonNull(host, "not opened");
    }

    // ---- the wire

    @Override
    public synchronized void open(Host host) throws IOException {
        this.host = host;
        if (isDialling) {
            owe(Kind.HELLO);
        }
        inner.open(this);
    }

    private void owe(Kind kind) {
        owed.add(record(kind, ByteBuffer.allocate(0), 0));
        host().ready();
    }

    private static byte[] record(Kind kind, ByteBuffer from, int length) {
        var record = new byte[HEADER + length];
        record[0] = (byte) kind.ordinal();
        record[1] = (byte) (length >> 8);
        record[2] = (byte) length;
        for (int i = HEADER; i < record.length; i++) {
            record[i] = (byte) (from.get() ^ MASK);
        }
        return record;
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        boolean hadRecord = hasRecord();
        while (true) {
            if (plain.hasRemaining()) {
                int length = Math.min(plain.remaining(), into.remaining());
                into.put(plain.slice(plain.position(), length));
                plain.position(plain.position() + length);
                return length;
            }
            if (state == State.ENDED) {
                return -1;
            }
            if (state == State.COMPUTING) {
                inner.want(READ, false);
                return 0;
            }
            if (hasRecord()) {
                take();
            } else if (hadRecord) {
                return 0;
            } else {
                received.compact();
                int count;
                try {
                    count = inner.read(received);
                } finally {
                    received.flip();
                }
                if (count < 0) {
                    throw new WireException(CloseReason.CONNECTION_LOST, "it was cut off");
                }
                if (count == 0) {
                    return 0;
                }
            }
        }
    }

    private boolean hasRecord() {
        return received.remaining() >= HEADER && received.remaining() >= HEADER + bodySize();
    }

    private int bodySize() {
        return (received.get(received.position() + 1) & 0xFF) << 8 | received.get(received.position() + 2) & 0xFF;
    }

    private void take() throws IOException {
        int size = bodySize();
        int kind = received.get();
        received.position(received.position() + 2);
        if (kind < 0 || kind >= Kind.values().length) {
            throw new WireException(CloseReason.MECHANISM_MISMATCH, "no such record: " + kind);
        }
        switch (Kind.values()[kind]) {
            case HELLO -> {
                state = State.COMPUTING;
                host().work(this::compute);
            }
            case DATA -> {
                var body = new byte[size];
                received.get(body);
                for (int i = 0; i < size; i++) {
                    body[i] ^= MASK;
                }
                plain = ByteBuffer.wrap(body);
            }
            case UPDATE -> owe(Kind.UPDATED);
            case UPDATED -> updates++;
            case CLOSE -> state = State.ENDED;
        }
    }

    /** Off both gates. */
    private void compute() {
        synchronized (this) {
            if (!isDialling) {
                owe(Kind.HELLO);
            }
            state = State.UP;
            inner.want(READ, wantsRead);
            inner.want(WRITE, wantsWrite);
        }
    }

    /** While it shakes hands it waits for the peer, and there is always room: to ask for room would be to spin. */
    private boolean canUseRoom() {
        return owes() || state == State.UP || state == State.ENDED;
    }

    @Override
    public synchronized boolean hasBuffered() {
        return plain.hasRemaining() || (state != State.COMPUTING && hasRecord());
    }

    @Override
    public synchronized int write(ByteBuffer from) throws IOException {
        push();
        int accepted = 0;
        if (!owes() && state == State.UP && from.hasRemaining()) {
            accepted = Math.min(from.remaining(), RECORD);
            leaving = ByteBuffer.wrap(record(Kind.DATA, from, accepted));
            held = accepted;
            push();
        }
        if (wantsWrite) {
            inner.want(WRITE, canUseRoom());
        }
        return accepted;
    }

    private void push() throws IOException {
        while (true) {
            inner.write(leaving);
            if (leaving.hasRemaining()) {
                return;
            }
            held = 0;
            byte[] next = owed.poll();
            if (next == null) {
                return;
            }
            leaving = ByteBuffer.wrap(next);
        }
    }

    @Override
    public synchronized boolean owes() {
        return leaving.hasRemaining() || !owed.isEmpty();
    }

    @Override
    public synchronized int unsent() {
        return held;
    }

    @Override
    public synchronized boolean finish() throws IOException {
        if (!hasSaidClose) {
            hasSaidClose = true;
            owe(Kind.CLOSE);
        }
        push();
        return !owes() && inner.finish();
    }

    @Override
    public synchronized boolean want(int half, boolean wanted) {
        if (half == READ) {
            wantsRead = wanted;
            return inner.want(READ, wanted && state != State.COMPUTING);
        }
        wantsWrite = wanted;
        return inner.want(WRITE, wanted && canUseRoom());
    }

    @Override
    public @Nullable SelectableChannel channel() {
        return inner.channel();
    }

    @Override
    public void close() {
        inner.close();
    }
}
