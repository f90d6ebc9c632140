package io.zmq4j.socket;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.loop.Gate;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Waiter;
import io.zmq4j.loop.Wakeable;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for several sockets and channels. With sockets alone the polling thread drives a loop like any other that
 * waits; with channels it waits in a selector of its own and the sockets' loops are driven for it.
 *
 * <p>Owned by one thread at a time, which is inside the gate; except {@link #close} and being woken, by any thread. What is
 * to be released is released by the last one inside, so that nothing is closed under a thread that polls.
 */
public final class PollSet {
    private final ContextCore context;
    private final Gate gate = new Gate(this::release);
    private volatile @Nullable Wakeable polling;

    // ---- guarded by the gate

    private final List<Entry> entries = new ArrayList<>();
    private @Nullable PolledChannels channels;

    public PollSet(ContextCore context) {
        this.context = context;
    }

    /** One thing to wait for. */
    public final class Entry {
        private final @Nullable SocketCore socket;
        /** Held, not used: a socket is not lost as long as it is polled. */
        @SuppressWarnings("unused")
        private final @Nullable Object lifeline;

        private final BooleanSupplier check;
        private final Runnable onRemove;
        private boolean ready;

        private Entry(@Nullable SocketCore socket, BooleanSupplier check, Runnable onRemove) {
            this.socket = socket;
            this.lifeline = socket == null ? null : socket.lifeline();
            this.check = check;
            this.onRemove = onRemove;
        }

        /** Whether the last poll found it ready. */
        public boolean isReady() {
            return ready;
        }

        /** Waits for it no longer; without effect if that is so already, or the set is closed. */
        public void remove() {
            if (!enter()) {
                return;
            }
            try {
                if (entries.remove(this)) {
                    ready = false;
                    onRemove.run();
                }
            } finally {
                exit();
            }
        }
    }

    /**
     * Waits for a message to receive.
     *
     * @throws SocketClosedException if the socket is closed
     */
    public Entry addReadable(SocketCore socket) {
        return add(socket, socket.pattern()::canReceive);
    }

    /**
     * Waits until a message can be sent without waiting.
     *
     * @throws SocketClosedException if the socket is closed
     */
    public Entry addWritable(SocketCore socket) {
        return add(socket, socket.pattern()::canSend);
    }

    /** Never ready, but its end ends the poll, with a {@link SocketClosedException}; so it does if it has ended already. */
    void addWatched(SocketCore socket) {
        BooleanSupplier check = () -> {
            socket.pattern().checkOpen();
            return false;
        };
        add(() -> new Entry(socket, check, () -> {}));
    }

    /** Asked whenever one of the sockets is signalled. */
    void addCheck(BooleanSupplier check) {
        add(() -> new Entry(null, check, () -> {}));
    }

    private Entry add(SocketCore socket, BooleanSupplier check) {
        socket.pattern().checkOpen();
        return add(() -> new Entry(socket, check, () -> {}));
    }

    /** Waits for a channel. Errors as in {@link PolledChannels#add}. */
    public Entry addChannel(SelectableChannel channel, int operations) {
        return add(() -> {
            PolledChannels all = channels;
            if (all == null) {
                all = new PolledChannels();
                channels = all;
            }
            PolledChannels.Interest interest = all.add(channel, operations);
            return new Entry(null, interest::isReady, interest::remove);
        });
    }

    private Entry add(Supplier<Entry> made) {
        if (!enter()) {
            throw new IllegalStateException("the poller is closed");
        }
        try {
            Entry entry = made.get();
            entries.add(entry);
            return entry;
        } finally {
            exit();
        }
    }

    // ---- the gate

    /** False if the set is closed. */
    private boolean enter() {
        if (gate.tryEnter()) {
            return true;
        }
        if (gate.isClosed()) {
            return false;
        }
        throw new IllegalStateException("another thread is polling: a poller belongs to one thread at a time");
    }

    private void exit() {
        // Word that somebody left who was turned away is nothing to act on.
        while (!gate.leave()) {}
    }

    private boolean isOver() {
        return gate.isClosed() || context.isOver();
    }

    /** Ends a poll that is under way, and every later one. Any thread. */
    public void close() {
        gate.close();
        Wakeable current = polling;
        if (current != null) {
            current.signal();
        }
    }

    private void release() {
        PolledChannels all = channels;
        if (all != null) {
            all.close();
        }
    }

    // ---- polling

    /**
     * Whether something became ready; nanos is {@link Long#MAX_VALUE} for ever.
     *
     * @throws SocketClosedException if one of the sockets is, or gets, closed, and not the context with it
     */
    public boolean poll(long nanos) {
        if (!enter()) {
            return false;
        }
        try {
            return pollInside(nanos);
        } catch (SocketClosedException e) {
            if (isOver()) {
                return nothing();
            }
            throw e;
        } finally {
            exit();
        }
    }

    private boolean pollInside(long nanos) {
        if (isOver()) {
            return nothing();
        }
        if (entries.isEmpty() && nanos == Long.MAX_VALUE) {
            throw new IllegalStateException("the poller waits for nothing, for ever: add something or give a time");
        }
        Waiting.checkInterrupt();
        long began = System.nanoTime();
        Set<SocketCore> sockets = sockets();
        sockets.forEach(socket -> socket.pattern().flushHeldBack());
        PolledChannels all = channels;
        if (all != null) {
            all.look();
        }
        if (check()) {
            return true;
        }
        if (nanos == 0) {
            return false;
        }
        return all == null ? pollDriving(sockets, nanos, began) : pollSelecting(sockets, all, nanos, began);
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

    private boolean nothing() {
        entries.forEach(entry -> entry.ready = false);
        return false;
    }

    private boolean pollDriving(Set<SocketCore> sockets, long nanos, long began) {
        var waiter = new Waiter();
        var watch = new Watch(sockets, waiter);
        try {
            while (true) {
                waiter.reset();
                if (isOver()) {
                    return nothing();
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
        } finally {
            watch.close();
        }
    }

    private boolean pollSelecting(Set<SocketCore> sockets, PolledChannels all, long nanos, long began) {
        var watch = new Watch(sockets, all::wakeup);
        try {
            while (true) {
                // A socket may have got one meanwhile.
                watch.dependOnAll();
                if (isOver()) {
                    return nothing();
                }
                if (check()) {
                    return true;
                }
                long left = left(nanos, began);
                if (left <= 0) {
                    return false;
                }
                Waiting.checkInterrupt();
                all.await(left);
            }
        } finally {
            watch.close();
        }
    }

    private static long left(long nanos, long began) {
        return nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
    }

    /**
     * Being a watcher of all the sockets, and of the context if none of them is its own, for the time of one poll. To end that
     * allocates nothing. It is not for a try with resources: where memory runs out twice, the JVM may throw the same error
     * twice, and refuses to add that to itself.
     */
    private final class Watch {
        private final SocketCore[] sockets;
        private final Wakeable wakeable;
        private final boolean watchesContext;
        private final List<Loop> dependsOn = new ArrayList<>();
        private @Nullable Loop driven;

        Watch(Set<SocketCore> sockets, Wakeable wakeable) {
            this.sockets = sockets.toArray(new SocketCore[0]);
            this.wakeable = wakeable;
            watchesContext = sockets.stream().noneMatch(socket -> socket.context() == context);
            boolean begun = false;
            try {
                if (watchesContext) {
                    context.watch(wakeable);
                }
                for (SocketCore socket : this.sockets) {
                    socket.pattern().addWaiter(wakeable);
                }
                polling = wakeable;
                begun = true;
            } finally {
                if (!begun) {
                    close();
                }
            }
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

        void close() {
            polling = null;
            if (watchesContext) {
                context.unwatch(wakeable);
            }
            for (SocketCore socket : sockets) {
                socket.pattern().removeWaiter(wakeable);
            }
            for (int i = 0; i < dependsOn.size(); i++) {
                dependsOn.get(i).removeDependent();
            }
        }
    }
}
