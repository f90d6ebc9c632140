package io.zmq4j.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One end of a stream of bytes in memory that sits on no descriptor, and tells its host alone what has come. */
public final class MemoryWire implements Wire {
    /** The wire whose method the thread is in: from inside one, no other may be called. */
    private static final ThreadLocal<@Nullable MemoryWire> INSIDE = new ThreadLocal<>();

    private static final AtomicReference<@Nullable String> TROUBLE = new AtomicReference<>();

    /** The bytes of one direction. */
    private static final class Stream {
        private final byte[] ring;
        private int from;
        private int count;
        private boolean ended;
        private boolean broken;

        Stream(int capacity) {
            ring = new byte[capacity];
        }

        synchronized int write(ByteBuffer bytes) throws IOException {
            if (broken || ended) {
                throw new IOException("broken pipe");
            }
            int length = Math.min(bytes.remaining(), ring.length - count);
            for (int i = 0; i < length; i++) {
                ring[(from + count++) % ring.length] = bytes.get();
            }
            return length;
        }

        synchronized int read(ByteBuffer into) throws IOException {
            if (broken) {
                throw new IOException("reset");
            }
            if (count == 0 && ended) {
                return -1;
            }
            int length = Math.min(into.remaining(), count);
            for (int i = 0; i < length; i++) {
                into.put(ring[from]);
                from = (from + 1) % ring.length;
            }
            count -= length;
            return length;
        }

        synchronized boolean hasNews() {
            return count > 0 || ended;
        }

        synchronized boolean hasRoom() {
            return count < ring.length || ended;
        }

        synchronized void end(boolean breaks) {
            ended = true;
            broken |= breaks;
        }
    }

    private final Stream in;
    private final Stream out;
    private @Nullable MemoryWire far;
    private volatile @Nullable Host host;
    private volatile boolean wantsRead = true;
    private volatile boolean wantsWrite;
    private volatile boolean closed;

    private MemoryWire(Stream in, Stream out) {
        this.in = in;
        this.out = out;
    }

    /** Two ends; each direction holds so many bytes. */
    public static MemoryWire[] pair(int capacity) {
        var there = new Stream(capacity);
        var back = new Stream(capacity);
        var one = new MemoryWire(back, there);
        var other = new MemoryWire(there, back);
        one.far = other;
        other.far = one;
        return new MemoryWire[] {one, other};
    }

    /** What was wrong with the order of calls since the last look; null if nothing. */
    public static @Nullable String trouble() {
        return TROUBLE.getAndSet(null);
    }

    /** Breaks it, with what is on its way. */
    public void cut() {
        in.end(true);
        out.end(true);
        tell(this);
        tell(far);
    }

    private static void tell(@Nullable MemoryWire wire) {
        if (wire != null) {
            wire.tellIfReady();
        }
    }

    private void tellIfReady() {
        Host told = host;
        boolean isReady = (wantsRead && in.hasNews()) || (wantsWrite && out.hasRoom());
        if (told != null && isReady && !closed) {
            told.ready();
        }
    }

    private void enter() {
        MemoryWire outer = INSIDE.get();
        if (outer != null) {
            TROUBLE.set(outer == this ? "a wire calls itself" : "a wire is called from inside another");
        }
        INSIDE.set(this);
    }

    @Override
    public void open(Host host) {
        enter();
        this.host = host;
        tellIfReady();
        INSIDE.remove();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        enter();
        try {
            int count = in.read(into);
            if (count > 0) {
                tell(far);
                tell(this);
            }
            return count;
        } finally {
            INSIDE.remove();
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        enter();
        try {
            int count = out.write(from);
            if (count > 0) {
                tell(far);
                tell(this);
            }
            return count;
        } finally {
            INSIDE.remove();
        }
    }

    @Override
    public boolean finish() {
        enter();
        out.end(false);
        tell(far);
        INSIDE.remove();
        return true;
    }

    @Override
    public boolean want(int half, boolean wanted) {
        if (half == READ) {
            wantsRead = wanted;
        } else {
            wantsWrite = wanted;
        }
        if (wanted) {
            enter();
            tellIfReady();
            INSIDE.remove();
        }
        return !closed;
    }

    @Override
    public void close() {
        enter();
        closed = true;
        out.end(false);
        in.end(false);
        tell(far);
        INSIDE.remove();
    }
}
