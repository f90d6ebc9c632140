package io.zmq4j.socket;

import io.zmq4j.loop.Waiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The channels of a poll set, in a selector of their own. A channel has one key there, however often it is polled: the key's
 * interest is what all of its {@link Interest}s want together, and each of them is answered by itself.
 *
 * <p>A channel that was closed is ready for everything, for good: the next operation on it says so. No selector returns when
 * one of its channels is closed, so a wait looks every 100 ms.
 *
 * <p>Owned by one thread at a time, except {@link #wakeup}.
 */
final class PolledChannels {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Selector selector;
    private final Map<SelectableChannel, Polled> polled = new IdentityHashMap<>();

    PolledChannels() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector: are file descriptors used up?", e);
        }
    }

    /** A channel that is polled at least once. */
    private static final class Polled {
        final SelectionKey key;
        final List<Interest> interests = new ArrayList<>();
        /** The operations that the last look found possible. */
        int ready;

        Polled(SelectionKey key) {
            this.key = key;
            key.attach(this);
        }
    }

    /** What somebody wants to know of a channel. */
    final class Interest {
        private final Polled channel;
        private final int operations;

        private Interest(Polled channel, int operations) {
            this.channel = channel;
            this.operations = operations;
        }

        boolean isReady() {
            return (channel.ready & operations) != 0 || !channel.key.channel().isOpen();
        }

        void remove() {
            channel.interests.remove(this);
            if (channel.interests.isEmpty()) {
                polled.remove(channel.key.channel());
                channel.key.cancel();
                return;
            }
            int wanted = 0;
            for (Interest each : channel.interests) {
                wanted |= each.operations;
            }
            try {
                channel.key.interestOps(wanted);
            } catch (CancelledKeyException e) {
                // The channel is closed, which is what the others will be told.
            }
        }
    }

    /**
     * @param operations as in {@link SelectionKey}
     * @throws IllegalArgumentException if the channel is closed, in blocking mode, or has no such operation
     */
    Interest add(SelectableChannel channel, int operations) {
        if (channel.isBlocking()) {
            throw new IllegalArgumentException("a channel to poll must be in non-blocking mode");
        }
        if (operations == 0 || (operations & ~channel.validOps()) != 0) {
            throw new IllegalArgumentException(
                    "operations are " + operations + ": one at least of those the channel has, " + channel.validOps()
                            + " in all, and no others are allowed");
        }
        try {
            Polled there = polled.get(channel);
            if (there == null) {
                // Lets go of a key that was cancelled for the same channel.
                selector.selectNow(key -> {});
                there = new Polled(channel.register(selector, operations));
                polled.put(channel, there);
            } else {
                there.key.interestOps(there.key.interestOps() | operations);
            }
            var interest = new Interest(there, operations);
            there.interests.add(interest);
            return interest;
        } catch (ClosedChannelException | CancelledKeyException e) {
            throw new IllegalArgumentException("a channel to poll must be open", e);
        } catch (IOException e) {
            throw new UncheckedIOException("select failed", e);
        }
    }

    /** Looks now. */
    void look() {
        forget();
        try {
            selector.selectNow(PolledChannels::note);
        } catch (IOException e) {
            throw new UncheckedIOException("select failed", e);
        }
    }

    /** Waits until a channel is ready, for {@link #wakeup}, an interrupt or this time; may return without any of them. */
    void await(long nanos) {
        forget();
        try {
            selector.select(PolledChannels::note, Waiter.selectorMillis(Math.min(nanos, LOOK_NANOS)));
        } catch (IOException e) {
            throw new UncheckedIOException("select failed", e);
        }
    }

    private void forget() {
        polled.values().forEach(each -> each.ready = 0);
    }

    private static void note(SelectionKey key) {
        try {
            ((Polled) key.attachment()).ready = key.readyOps();
        } catch (CancelledKeyException e) {
            // Closed in this moment.
        }
    }

    /** Ends a wait, or the next one. Any thread. */
    void wakeup() {
        selector.wakeup();
    }

    /** Lets go of the channels, which stay as they are. */
    void close() {
        try {
            selector.close();
        } catch (IOException e) {
            // Nothing depends on it any more.
        }
    }
}
