package io.zmq4j;

import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.PollSet;
import io.zmq4j.socket.SocketCore;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.Objects;

/**
 * Waits for the first of several sockets and {@code java.nio} channels to become ready. Owned by one thread at a time;
 * {@link #close} may be called from any thread and ends a waiting {@link #poll}, and so does the end of the context. To add
 * or remove something while another thread polls, or to poll there, is an {@link IllegalStateException}.
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

        /** Waits for it no longer; it is not ready any more. Without effect the second time, or after the poller's end. */
        public void remove() {
            entry.remove();
        }
    }

    /**
     * Waits for a message to receive.
     *
     * @throws io.zmq4j.error.SocketClosedException if the socket is closed
     * @throws IllegalStateException if the poller is closed
     */
    public Item onReadable(ReceivingSocket socket) {
        return new Item(set.addReadable(((Socket) Objects.requireNonNull(socket, "socket")).core));
    }

    /** Waits until a message can be sent without waiting. Errors as in {@link #onReadable}. */
    public Item onWritable(SendingSocket socket) {
        return new Item(set.addWritable(((Socket) Objects.requireNonNull(socket, "socket")).core));
    }

    /**
     * Waits for a channel. The same channel may be polled by several items, such as one for reading and one for writing; each
     * is ready for its own operations. An item whose channel was closed is ready until it is removed: the next operation on
     * the channel says so. A waiting poll notices that within 100 ms.
     *
     * @param channel open, and in non-blocking mode as long as it is polled
     * @param operations as in {@link java.nio.channels.SelectionKey}: {@code OP_READ}, {@code OP_WRITE}, …; at least one
     * @throws IllegalArgumentException if the channel is closed, in blocking mode, or has no such operation
     * @throws IllegalStateException if the poller is closed
     */
    public Item onChannel(SelectableChannel channel, int operations) {
        Objects.requireNonNull(channel, "channel");
        if ((operations & ~channel.validOps()) != 0) {
            throw new IllegalArgumentException("operations is " + operations + ": this channel has "
                    + channel.validOps() + ", the sum of its bits in SelectionKey");
        }
        return new Item(set.addChannel(channel, operations));
    }

    /**
     * Waits until at least one item is ready.
     *
     * @return true; or false, with no item ready, if the poller, or its context, was closed
     * @throws io.zmq4j.error.SocketClosedException if a polled socket is, or gets, closed, and not the context with it
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     * @throws IllegalStateException if there is nothing to wait for, or another thread is polling
     */
    public boolean poll() {
        return set.poll(Long.MAX_VALUE);
    }

    /** As {@link #poll()}, at most for {@code timeout}, which may be zero, or negative for ever; false also if it passed. */
    public boolean poll(Duration timeout) {
        return set.poll(SocketCore.nanos(timeout));
    }

    /** Ends a waiting poll, and every later one at once. The sockets and channels stay open. */
    @Override
    public void close() {
        set.close();
    }
}
