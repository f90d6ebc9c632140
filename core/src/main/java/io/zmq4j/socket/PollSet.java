package io.zmq4j.socket;

import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Waiter;
import io.zmq4j.loop.Wakeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for several sockets and channels. With sockets alone the polling thread drives a loop like any other that
 * waits; with channels it waits in a selector of its own and the sockets' loops are driven for it.
 *
 * <p>Owned by one thread at a time, except {@link #close} and being woken.
 */
public final class PollSet {
    private final ContextCore context;
    private final List<Entry> entries = new ArrayList<>();
    private volatile @Nullable Selector selector;
    private volatile boolean closed;
    private volatile @Nullable Wakeable polling;

    public PollSet(ContextCore context) {
        this.context = context;
    }

    /** One thing to wait for. */
    public final class Entry {
        private final @Nullable SocketCore socket;
        private final BooleanSupplier check;
        private final @Nullable SelectionKey key;
        private boolean ready;

        private Entry(@Nullable SocketCore socket, BooleanSupplier check, @Nullable SelectionKey key) {
            this.socket = socket;
            this.check = check;
            this.key = key;
        }

        public boolean isReady() {
            return ready;
        }

        public void remove() {
            entries.remove(this);
            if (key != null) {
                key.cancel();
            }
        }
    }

    public Entry addReadable(SocketCore socket) {
        return add(new Entry(socket, socket.pattern()::canReceive, null));
    }

    public Entry addWritable(SocketCore socket) {
        return add(new Entry(socket, socket.pattern()::canSend, null));
    }

    public Entry addChannel(SelectableChannel channel, int operations) {
        if (channel.isBlocking()) {
            throw new IllegalArgumentException("a channel to poll must be in non-blocking mode");
        }
        try {
            Selector selected = selector;
            if (selected == null) {
                selected = Selector.open();
                selector = selected;
            }
            // Lets go of a key that was cancelled for the same channel.
            selected.selectNow();
            SelectionKey key = channel.register(selected, operations);
            Set<SelectionKey> ready = selected.selectedKeys();
            return add(new Entry(null, () -> ready.contains(key), key));
        } catch (ClosedChannelException e) {
            throw new IllegalArgumentException("a channel to poll must be open", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector: are file descriptors used up?", e);
        }
    }

    private Entry add(Entry entry) {
        entries.add(entry);
        return entry;
    }

    /** Whether something became ready; nanos is {@link Long#MAX_VALUE} for ever. */
    public boolean poll(long nanos) {
        if (entries.isEmpty() && nanos == Long.MAX_VALUE) {
            throw new IllegalStateException("the poller waits for nothing, for ever: add something or give a time");
        }
        if (isOver()) {
            return false;
        }
        Waiting.checkInterrupt();
        long began = System.nanoTime();
        sockets().forEach(socket -> socket.pattern().flushHeldBack());
        selectNow();
        boolean ready = !closed && check();
        if (ready || nanos == 0 || isOver()) {
            return ready;
        }
        Selector own = selector;
        return own == null ? pollDriving(nanos, began) : pollSelecting(own, nanos, began);
    }

    private boolean isOver() {
        return closed || context.isClosed();
    }

    private Set<SocketCore> sockets() {
        Set<SocketCore> sockets = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.socket != null) {
                sockets.add(entry.socket);
            }
        }
        return sockets;
    }

    private boolean check() {
        boolean any = false;
        for (Entry entry : entries) {
            entry.ready = entry.check.getAsBoolean();
            any |= entry.ready;
        }
        return any;
    }

    private boolean pollDriving(long nanos, long began) {
        var waiter = new Waiter();
        try (var watch = new Watch(waiter)) {
            while (true) {
                waiter.reset();
                if (isOver()) {
                    return false;
                }
                if (check()) {
                    return true;
                }
                long left = left(nanos, began);
                if (left <= 0) {
                    return false;
                }
                Waiting.checkInterrupt();
                waiter.block(watch.loop(), left);
            }
        }
    }

    private boolean pollSelecting(Selector own, long nanos, long began) {
        try (var watch = new Watch(own::wakeup)) {
            watch.dependOnAll();
            while (true) {
                if (isOver()) {
                    return false;
                }
                if (check()) {
                    return true;
                }
                long left = left(nanos, began);
                if (left <= 0) {
                    return false;
                }
                Waiting.checkInterrupt();
                own.selectedKeys().clear();
                own.select(Waiter.selectorMillis(left));
            }
        } catch (ClosedSelectorException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("select failed", e);
        }
    }

    private static long left(long nanos, long began) {
        return nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
    }

    private void selectNow() {
        Selector own = selector;
        if (own != null) {
            try {
                own.selectedKeys().clear();
                own.selectNow();
            } catch (IOException e) {
                throw new UncheckedIOException("select failed", e);
            }
        }
    }

    /** Being a waiter of all the sockets, for the time of one poll. */
    private final class Watch implements AutoCloseable {
        private final Wakeable wakeable;
        private final Set<SocketCore> sockets = sockets();
        private final List<Loop> dependsOn = new ArrayList<>();
        private @Nullable Loop driven;

        Watch(Wakeable wakeable) {
            this.wakeable = wakeable;
            sockets.forEach(socket -> socket.pattern().addWaiter(wakeable));
            polling = wakeable;
        }

        /** The loop to drive; the others, if there are any, are driven for us. */
        @Nullable
        Loop loop() {
            for (SocketCore socket : sockets) {
                Loop loop = socket.loopIfAny();
                if (loop == null || loop == driven || dependsOn.contains(loop)) {
                    continue;
                }
                if (driven == null) {
                    driven = loop;
                } else {
                    depend(loop);
                }
            }
            return driven;
        }

        void dependOnAll() {
            for (SocketCore socket : sockets) {
                Loop loop = socket.loopIfAny();
                if (loop != null && !dependsOn.contains(loop)) {
                    depend(loop);
                }
            }
        }

        private void depend(Loop loop) {
            dependsOn.add(loop);
            loop.addDependent();
        }

        @Override
        public void close() {
            polling = null;
            sockets.forEach(socket -> socket.pattern().removeWaiter(wakeable));
            dependsOn.forEach(Loop::removeDependent);
        }
    }

    /** Any thread. */
    public void close() {
        closed = true;
        Wakeable current = polling;
        if (current != null) {
            current.signal();
        }
        Selector own = selector;
        if (own != null) {
            try {
                own.close();
            } catch (IOException e) {
                // Nothing depends on it any more.
            }
        }
    }
}
