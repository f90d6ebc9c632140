package io.zmq4j.session;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The linger time of a close that was asked for, until it has been begun: any thread asks, the holder of the loop's token
 * begins. "At once" is not taken back by a later one that leaves more time; otherwise the last one counts.
 *
 * <pre>
 *   NOT_ASKED ◄──done──► a time ──ask(0)──► 0
 * </pre>
 */
public final class AskedLinger {
    private static final long NOT_ASKED = Long.MIN_VALUE;

    private final AtomicLong nanos = new AtomicLong(NOT_ASKED);

    /** A time; negative for as long as it takes. */
    public void ask(long lingerNanos) {
        long asked;
        do {
            asked = nanos.get();
        } while (asked != 0 && !nanos.compareAndSet(asked, lingerNanos));
    }

    /** Whether a close is still to be begun. */
    public boolean isAsked() {
        return nanos.get() != NOT_ASKED;
    }

    /** The time that was asked for, if it was. */
    public long nanos() {
        return nanos.get();
    }

    /** The close with this linger time has been begun, unless another one was asked for meanwhile. */
    public void done(long begun) {
        nanos.compareAndSet(begun, NOT_ASKED);
    }
}
