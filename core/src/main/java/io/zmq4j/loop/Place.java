package io.zmq4j.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a loop's driver waits for channels, and the loop's only door to a selector. Owned by the token's holder, unless it says
 * otherwise.
 *
 * <p><b>A selector that ran out of memory is replaced.</b> The JDK forgets what it was in the middle of: an interest that it was
 * told, or a closed channel, whose descriptor then lives on and is reported for ever.
 *
 * <pre>
 *   TRUSTED ──an Error, any thread──► DOUBTED ──another one has taken over──► RETIRING ──closed──► TRUSTED
 *                                      │  ▲ no memory: 20 ms later, and again
 *                                      └──┘
 * </pre>
 */
final class Place {
    /** How long to leave a doubtful selector at work if there is no memory for another one. */
    private static final long RENEWAL_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Consumer<SelectionKey> dispatch = this::dispatch;

    /** Changed with the token held. */
    private volatile Selector selector;

    /** The selector may have forgotten something. Set by any thread. */
    private volatile boolean isDoubtful;

    /** One that is not used and could not be closed yet. */
    private @Nullable Selector retired;

    /** When it may be tried again to replace it. */
    private long renewalAt = System.nanoTime();

    /** How many channels were ready when the selector was last asked; to any thread a hint. */
    private volatile int ready;
    /** Of the round under way. */
    private int readyNow;

    private volatile boolean closed;

    /** @throws UncheckedIOException if there is no descriptor left for a selector */
    Place() {
        Headroom.need();
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector: are file descriptors used up?", e);
        }
    }

    /** Puts the selector in order if there is something wrong with it. */
    void mend(long now) {
        if (retired != null) {
            closeRetired();
        } else if (isDoubtful) {
            renew(now);
        }
    }

    /** Calls those that are ready; waits for them, at most this long, or only looks if that is not more than 0. */
    void await(long nanos) {
        readyNow = 0;
        try {
            if (nanos <= 0) {
                selector.selectNow(dispatch);
            } else {
                boolean inDoubt = isDoubtful || retired != null;
                selector.select(dispatch, Waiter.selectorMillis(inDoubt ? Math.min(nanos, RENEWAL_REST_NANOS) : nanos));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("select failed", e);
        } catch (ClosedSelectorException e) {
            closed = true;
        } catch (Error e) {
            isDoubtful = true;
            throw e;
        } finally {
            ready = readyNow;
        }
    }

    /** Lets go of the channels that were closed: see {@link Loop#releaseClosed}. */
    void releaseClosed() {
        try {
            selector.selectNow(dispatch);
        } catch (IOException | ClosedSelectorException e) {
            Failure.SELECT.log(e);
        } catch (Error e) {
            isDoubtful = true;
            throw e;
        }
    }

    private void dispatch(SelectionKey key) {
        readyNow++;
        var handler = (LoopHandler) key.attachment();
        try {
            handler.onReady(key);
        } catch (Throwable e) {
            handler.onError(e);
        }
    }

    SelectionKey register(SelectableChannel channel, int operations, LoopHandler handler)
            throws ClosedChannelException {
        try {
            return channel.register(selector, operations, handler);
        } catch (Error e) {
            isDoubtful = true;
            throw e;
        }
    }

    /** Its keys alone tell what the one before was for. */
    private void renew(long now) {
        if (now - renewalAt < 0) {
            return;
        }
        renewalAt = now + RENEWAL_REST_NANOS;
        Selector old = selector;
        Selector next = null;
        SelectionKey[] moved = null;
        try {
            Headroom.need();
            next = Selector.open();
            for (SelectionKey key : old.keys()) {
                move(key, old, next);
            }
            moved = next.keys().toArray(new SelectionKey[0]);
        } catch (IOException | RuntimeException | Error e) {
            // A little later; so long the old one does what it can.
        } finally {
            if (moved == null) {
                retired = next;
            }
        }
        if (moved != null && next != null) {
            replace(old, next, moved);
        }
    }

    private static void move(SelectionKey key, Selector from, Selector to) {
        SelectableChannel channel = key.channel();
        // One whose registration failed half-way is not known to its channel.
        if (channel.keyFor(from) == key && key.isValid()) {
            try {
                channel.register(to, key.interestOps(), key.attachment());
            } catch (ClosedChannelException | CancelledKeyException e) {
                // It is for nothing any more.
            }
        }
    }

    private void replace(Selector old, Selector next, SelectionKey[] moved) {
        isDoubtful = false;
        selector = next;
        retired = old;
        // A thread that wakes the driver may have seen the old one, and others rely on that wake-up.
        next.wakeup();
        for (SelectionKey key : moved) {
            try {
                ((LoopHandler) key.attachment()).onMoved(key);
            } catch (RuntimeException | Error e) {
                isDoubtful = true;
            }
        }
        closeRetired();
        if (closed) {
            // The thread that ended the loop may have seen the old one alone.
            close(next);
        }
    }

    private void closeRetired() {
        Selector old = retired;
        if (old != null) {
            try {
                closeWithMemory(old);
                retired = null;
            } catch (OutOfMemoryError e) {
                // In a later round.
            }
        }
    }

    /**
     * Closes a selector, which can be done once only: if that fails in the middle, for want of memory, its descriptors and
     * those of its closed channels stay open for good. So it lets go of the channels first, which may be tried again.
     *
     * @throws OutOfMemoryError if it was not begun: then later
     */
    static void closeWithMemory(Selector selector) {
        Headroom.need();
        try {
            selector.selectNow();
        } catch (IOException | RuntimeException e) {
            // One that is closed, or of no use any more.
        }
        Headroom.need();
        close(selector);
    }

    private static void close(Selector selector) {
        try {
            selector.close();
        } catch (IOException | RuntimeException | Error e) {
            // Nothing depends on it any more.
        }
    }

    /** The last act, when nobody drives any more; false if it was not begun, for want of memory. */
    boolean close() {
        try {
            closeWithMemory(selector);
            Selector other = retired;
            if (other != null) {
                close(other);
            }
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    // ---- any thread

    /** Makes the driver return, or the next one at once. */
    void wakeup() {
        selector.wakeup();
    }

    /** It is to be replaced before long. */
    void doubt() {
        isDoubtful = true;
    }

    /** Nobody is to wait here any more. */
    void end() {
        closed = true;
    }

    boolean isEnded() {
        return closed;
    }

    int ready() {
        return ready;
    }
}
