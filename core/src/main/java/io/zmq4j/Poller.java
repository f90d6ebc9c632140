package io.zmq4j;

import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.PollSet;
import io.zmq4j.socket.SocketCore;
import java.nio.channels.SelectableChannel;
import java.time.Duration;

/**
 * Waits for the first of several sockets and {@code java.nio} channels to become ready. Owned by one thread at a time;
 * {@link #close} may be called from any thread and ends a waiting {@link #poll}.
 *
 * <pre>{@code
 * var requests = poller.onReadable(router);
 * var replies = poller.onReadable(dealer);
 * while (poller.poll()) {
 *     if (requests.isReady()) { dealer.send(router.receive()); }
 *     if (replies.isReady()) { router.send(dealer.receive()); }
 * }
 * }</pre>
 */
public final class Poller implements AutoCloseable {
    private final PollSet set;

    /** Held, not used: a context is not lost as long as somebody polls its sockets. */
    @SuppressWarnings("unused")
    private final Lifeline lifeline;

    Poller(ContextCore context, Lifeline lifeline) {
        this.set = new PollSet(context);
        this.lifeline = lifeline;
    }

    /** One thing to wait for. */
    public static final class Item {
        private final PollSet.Entry entry;

        Item(PollSet.Entry entry) {
            this.entry = entry;
        }

        /** Whether the last {@link Poller#poll} found it ready. */
        public boolean isReady() {
            return entry.isReady();
        }

        /** Waits for it no longer. */
        public void remove() {
            entry.remove();
        }
    }

    /** Waits for a message to receive. */
    public Item onReadable(Receiver socket) {
        return new Item(set.addReadable(((Socket) socket).core));
    }

    /** Waits until a message can be sent without waiting. */
    public Item onWritable(Sender socket) {
        return new Item(set.addWritable(((Socket) socket).core));
    }

    /**
     * Waits for a channel.
     *
     * @param channel in non-blocking mode
     * @param operations as in {@link java.nio.channels.SelectionKey}: {@code OP_READ}, {@code OP_WRITE}, …
     */
    public Item onChannel(SelectableChannel channel, int operations) {
        return new Item(set.addChannel(channel, operations));
    }

    /**
     * Waits until at least one item is ready.
     *
     * @return true; or false if the poller, or the context, was closed
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     * @throws IllegalStateException if there is nothing to wait for
     */
    public boolean poll() {
        return set.poll(Long.MAX_VALUE);
    }

    /** As {@link #poll()}, at most for {@code timeout}, which may be zero, or negative for ever; false also if it passed. */
    public boolean poll(Duration timeout) {
        return set.poll(SocketCore.nanos(timeout));
    }

    /** Ends a waiting poll. The sockets and channels stay open. */
    @Override
    public void close() {
        set.close();
    }
}
