package org.zeromq;

import java.io.Closeable;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import zmq.poll.PollItem;
import zmq.util.function.BiFunction;

/**
 * Waits for many sockets and channels at once, and calls a handler for each that is ready. What is registered is kept in order, and is
 * polled and handled in it; the same socket can be registered several times, with different handlers, and is polled once.
 *
 * <p>Registering is safe for any thread; one thread at a time polls. A handler may register and unregister: what it unregisters is not
 * called any more, what it registers takes part in the next poll.
 */
@SuppressWarnings("InlineMeSuggester") // it would want an annotation library
public class ZPoller implements Closeable {
    /** There is something to receive. */
    public static final int POLLIN = zmq.ZMQ.ZMQ_POLLIN;

    /** Something can be sent. */
    public static final int POLLOUT = zmq.ZMQ.ZMQ_POLLOUT;

    /** A channel has failed. */
    public static final int POLLERR = zmq.ZMQ.ZMQ_POLLERR;

    public static final int IN = POLLIN;
    public static final int OUT = POLLOUT;
    public static final int ERR = POLLERR;

    public static final int READABLE = POLLIN;
    public static final int WRITABLE = POLLOUT;

    /** Makes the holders of what is registered. */
    public interface ItemCreator {
        ItemHolder create(ZMQ.Socket socket, EventsHandler handler, int events);

        ItemHolder create(SelectableChannel channel, EventsHandler handler, int events);
    }

    /** Makes {@link ZPollItem}s. */
    public static class SimpleCreator implements ItemCreator {
        public SimpleCreator() {}

        @Override
        public ItemHolder create(ZMQ.Socket socket, EventsHandler handler, int events) {
            return new ZPollItem(socket, handler, events);
        }

        @Override
        public ItemHolder create(SelectableChannel channel, EventsHandler handler, int events) {
            return new ZPollItem(channel, handler, events);
        }
    }

    /** Called for what is ready. */
    public interface EventsHandler {
        /**
         * A socket is ready.
         *
         * @param events all that it is ready for, in bits
         * @return false to end the dispatching: {@link ZPoller#poll(long)} returns -1
         */
        boolean events(ZMQ.Socket socket, int events);

        /**
         * A channel is ready.
         *
         * @param events all that it is ready for, in bits
         * @return false to end the dispatching: {@link ZPoller#poll(long)} returns -1
         */
        boolean events(SelectableChannel channel, int events);
    }

    /** A handler made of two functions; one that is null is for what is never registered. */
    public static class ComposeEventsHandler implements EventsHandler {
        private final BiFunction<ZMQ.Socket, Integer, Boolean> sockets;
        private final BiFunction<SelectableChannel, Integer, Boolean> channels;

        public ComposeEventsHandler(
                BiFunction<ZMQ.Socket, Integer, Boolean> sockets,
                BiFunction<SelectableChannel, Integer, Boolean> channels) {
            this.sockets = sockets;
            this.channels = channels;
        }

        @Override
        public boolean events(ZMQ.Socket socket, int events) {
            return sockets.apply(socket, events);
        }

        @Override
        public boolean events(SelectableChannel channel, int events) {
            return channels.apply(channel, events);
        }
    }

    /** What is registered: what is polled, and who handles it. */
    public interface ItemHolder {
        PollItem item();

        /** Null if this is a channel. */
        ZMQ.Socket socket();

        /** Null if the poller's global handler is to be called. */
        EventsHandler handler();
    }

    /** An item that knows its handler; equal to another one of the same socket or channel and the same handler. */
    public static class ZPollItem extends ZMQ.PollItem implements ItemHolder {
        private final EventsHandler handler;

        public ZPollItem(ZMQ.Socket socket, EventsHandler handler, int ops) {
            super(socket, ops);
            this.handler = handler;
        }

        public ZPollItem(SelectableChannel channel, EventsHandler handler, int ops) {
            super(channel, ops);
            this.handler = handler;
        }

        @Override
        public PollItem item() {
            return base();
        }

        @Override
        public ZMQ.Socket socket() {
            return getSocket();
        }

        @Override
        public EventsHandler handler() {
            return handler;
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + Objects.hashCode(handler);
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof ZPollItem other && super.equals(other) && Objects.equals(handler, other.handler);
        }
    }

    private final PollSelector selector;
    private final ItemCreator creator;

    /** By socket or channel. Guarded by itself. */
    private final Map<Object, ItemGroup> groups = new LinkedHashMap<>();

    private volatile EventsHandler globalHandler;

    /**
     * A poller that makes items as another one does, and waits in the same selector, if that one was given any. It does not have the
     * other's items.
     */
    public ZPoller(ZPoller poller) {
        this(poller.creator, poller);
    }

    /** A poller that waits in the selector, which stays the caller's. */
    public ZPoller(Selector selector) {
        this(new SimpleCreator(), PollSelector.of(selector));
    }

    /** A poller with a selector of its own. */
    public ZPoller(ZContext context) {
        this(new SimpleCreator(), context);
    }

    /** A poller with a selector of its own, and items that the creator makes. */
    public ZPoller(ItemCreator creator, ZContext context) {
        this(creator, PollSelector.in(context));
    }

    /** A poller that waits as another one does, and has items that the creator makes. */
    public ZPoller(ItemCreator creator, ZPoller poller) {
        this(creator, poller.selector.again());
    }

    private ZPoller(ItemCreator creator, PollSelector selector) {
        if (creator == null) {
            throw new IllegalArgumentException("A poller needs a creator of items, not null");
        }
        this.creator = creator;
        this.selector = selector;
    }

    /** Makes the holder of what is registered: by the creator. */
    protected ItemHolder create(ZMQ.Socket socket, EventsHandler handler, int events) {
        return creator.create(socket, handler, events);
    }

    /** Makes the holder of what is registered: by the creator. */
    protected ItemHolder create(SelectableChannel channel, EventsHandler handler, int events) {
        return creator.create(channel, handler, events);
    }

    /** Sets what handles the items that are registered without a handler; null for nothing. */
    public void setGlobalHandler(EventsHandler globalHandler) {
        this.globalHandler = globalHandler;
    }

    /** What handles the items that are registered without a handler. */
    public EventsHandler getGlobalHandler() {
        return globalHandler;
    }

    // ---- registering

    /** Registers a socket with a handler; false for null. */
    public final boolean register(ZMQ.Socket socket, EventsHandler handler, int events) {
        return socket != null && add(socket, create(socket, handler, events));
    }

    /** Registers a socket with a handler; false for null. */
    public final boolean register(ZMQ.Socket socket, BiFunction<ZMQ.Socket, Integer, Boolean> handler, int events) {
        return register(socket, new ComposeEventsHandler(handler, null), events);
    }

    /** Registers a socket with a handler for all events; false for null. */
    public final boolean register(ZMQ.Socket socket, EventsHandler handler) {
        return register(socket, handler, IN | OUT | ERR);
    }

    /** Registers a socket for the global handler; false for null. */
    public final boolean register(ZMQ.Socket socket, int events) {
        return register(socket, globalOnly(), events);
    }

    /** Registers a channel in non-blocking mode with a handler; false for null. */
    public final boolean register(SelectableChannel channel, EventsHandler handler, int events) {
        return channel != null && add(channel, create(channel, handler, events));
    }

    /** Registers a channel in non-blocking mode with a handler; false for null. */
    public final boolean register(
            SelectableChannel channel, BiFunction<SelectableChannel, Integer, Boolean> handler, int events) {
        return register(channel, new ComposeEventsHandler(null, handler), events);
    }

    /** Registers a channel in non-blocking mode with a handler for all events; false for null. */
    public final boolean register(SelectableChannel channel, EventsHandler handler) {
        return register(channel, handler, IN | OUT | ERR);
    }

    /** Registers a channel in non-blocking mode for the global handler; false for null. */
    public final boolean register(SelectableChannel channel, int events) {
        return register(channel, globalOnly(), events);
    }

    /** Tells the two functions and the handler apart. */
    private static EventsHandler globalOnly() {
        return null;
    }

    /** Registers what a holder has. */
    public final boolean register(ItemHolder holder) {
        return add(null, holder);
    }

    /**
     * Ends all registrations of a socket or channel.
     *
     * @return false if there are none
     */
    public final boolean unregister(Object socketOrChannel) {
        synchronized (groups) {
            return groups.remove(socketOrChannel) != null;
        }
    }

    /**
     * Adds a holder to those of its socket or channel; one that is there already, with the same events, is not added again.
     *
     * @param socketOrChannel null to ask the holder
     * @return if it is registered now
     */
    protected boolean add(Object socketOrChannel, ItemHolder holder) {
        Object key = socketOrChannel != null ? socketOrChannel : socketOrChannel(holder);
        synchronized (groups) {
            groups.computeIfAbsent(key, ignored -> new ItemGroup(this, holder)).add(holder);
        }
        return true;
    }

    private static Object socketOrChannel(ItemHolder holder) {
        ZMQ.Socket socket = holder.socket();
        return socket != null ? socket : holder.item().getRawSocket();
    }

    /** How many sockets and channels are registered. */
    public int registered() {
        synchronized (groups) {
            return groups.size();
        }
    }

    /** For a subclass that keeps holders: an empty set. @deprecated not used */
    @Deprecated
    protected Set<ItemHolder> createContainer(int size) {
        return new HashSet<>(size);
    }

    /** What is polled: a holder for each socket and each channel, whatever was registered for it. A collection of the caller's own. */
    protected Collection<ItemHolder> items() {
        return new ArrayList<>(groups());
    }

    /** What was registered for a socket or channel; empty if nothing was. */
    protected Iterable<ItemHolder> items(Object socketOrChannel) {
        ItemGroup group = group(socketOrChannel);
        return group == null ? List.of() : group.holders();
    }

    private List<ItemGroup> groups() {
        synchronized (groups) {
            return new ArrayList<>(groups.values());
        }
    }

    private ItemGroup group(Object socketOrChannel) {
        synchronized (groups) {
            return groups.get(socketOrChannel);
        }
    }

    // ---- polling

    /**
     * Waits until something is ready, and calls the handlers.
     *
     * @param timeout milliseconds; 0 looks and does not wait, negative waits for ever
     * @return how many sockets and channels are ready; -1 if a handler has returned false, the thread was interrupted, which leaves
     *     its flag set, or a socket or its context was closed
     */
    public int poll(long timeout) {
        return poll(timeout, true);
    }

    /**
     * Waits until something is ready.
     *
     * @param timeout milliseconds; 0 looks and does not wait, negative waits for ever
     * @param dispatchEvents whether the handlers are called
     * @return as {@link #poll(long)}
     */
    protected int poll(long timeout, boolean dispatchEvents) {
        List<ItemGroup> polled = groups();
        List<PollItem> items = new ArrayList<>(polled.size());
        for (ItemGroup group : polled) {
            items.add(group.item());
        }
        int ready = poll(selector.open(), timeout, items);
        return ready > 0 && dispatchEvents && !callHandlers(polled) ? -1 : ready;
    }

    /**
     * Waits in the selector until an item is ready, and notes in the items what they are ready for.
     *
     * @return how many are ready; -1 after an interrupt, or if a socket, its context or the selector was closed
     */
    protected int poll(Selector selector, long timeout, Collection<PollItem> items) {
        return zmq.ZMQ.poll(selector, items.toArray(PollItem[]::new), timeout);
    }

    /** Calls the handlers of what the last poll has found ready; false as soon as one returns false. */
    public boolean dispatch() {
        return callHandlers(groups());
    }

    /** @deprecated use {@link #dispatch(Collection)} */
    @Deprecated
    protected boolean dispatch(Collection<? extends ItemHolder> all, int size) {
        return dispatch(all);
    }

    /** Calls the handlers of those that are ready, in order; false as soon as one returns false. */
    protected boolean dispatch(Collection<? extends ItemHolder> all) {
        return callHandlers(all);
    }

    private boolean callHandlers(Collection<? extends ItemHolder> all) {
        for (ItemHolder holder : all) {
            int events = holder.item().readyOps();
            EventsHandler handler = holder.handler() != null ? holder.handler() : globalHandler;
            if (events > 0 && handler != null && isRegistered(holder) && !call(handler, holder, events)) {
                return false;
            }
        }
        return true;
    }

    /** An earlier handler may have unregistered it. */
    private boolean isRegistered(ItemHolder holder) {
        return !(holder instanceof ItemGroup) || group(socketOrChannel(holder)) == holder;
    }

    private static boolean call(EventsHandler handler, ItemHolder holder, int events) {
        ZMQ.Socket socket = holder.socket();
        return socket != null
                ? handler.events(socket, events)
                : handler.events(holder.item().getRawSocket(), events);
    }

    // ---- what the last poll has found

    /** If the last poll has found something to receive. */
    public boolean isReadable(SelectableChannel channel) {
        return readable((Object) channel);
    }

    /** As {@link #isReadable(SelectableChannel)}. */
    public boolean pollin(SelectableChannel channel) {
        return isReadable(channel);
    }

    /** As {@link #isReadable(SelectableChannel)}. */
    public boolean readable(SelectableChannel channel) {
        return isReadable(channel);
    }

    /** If the last poll has found something to receive. */
    public boolean isReadable(ZMQ.Socket socket) {
        return readable((Object) socket);
    }

    /** As {@link #isReadable(ZMQ.Socket)}. */
    public boolean pollin(ZMQ.Socket socket) {
        return isReadable(socket);
    }

    /** As {@link #isReadable(ZMQ.Socket)}. */
    public boolean readable(ZMQ.Socket socket) {
        return isReadable(socket);
    }

    /** If the last poll has found something to receive, in a socket or channel that is registered for it. */
    public boolean readable(Object socketOrChannel) {
        PollItem item = filter(socketOrChannel, READABLE);
        return item != null && item.isReadable();
    }

    /** If the last poll has found that something can be sent. */
    public boolean isWritable(SelectableChannel channel) {
        return writable((Object) channel);
    }

    /** As {@link #isWritable(SelectableChannel)}. */
    public boolean pollout(SelectableChannel channel) {
        return isWritable(channel);
    }

    /** As {@link #isWritable(SelectableChannel)}. */
    public boolean writable(SelectableChannel channel) {
        return isWritable(channel);
    }

    /** If the last poll has found that something can be sent. */
    public boolean isWritable(ZMQ.Socket socket) {
        return writable((Object) socket);
    }

    /** As {@link #isWritable(ZMQ.Socket)}. */
    public boolean pollout(ZMQ.Socket socket) {
        return isWritable(socket);
    }

    /** As {@link #isWritable(ZMQ.Socket)}. */
    public boolean writable(ZMQ.Socket socket) {
        return isWritable(socket);
    }

    /** If the last poll has found that something can be sent, in a socket or channel that is registered for it. */
    public boolean writable(Object socketOrChannel) {
        PollItem item = filter(socketOrChannel, WRITABLE);
        return item != null && item.isWritable();
    }

    /** If the last poll has found a failure. */
    public boolean isError(SelectableChannel channel) {
        return error((Object) channel);
    }

    /** As {@link #isError(SelectableChannel)}. */
    public boolean pollerr(SelectableChannel channel) {
        return isError(channel);
    }

    /** As {@link #isError(SelectableChannel)}. */
    public boolean error(SelectableChannel channel) {
        return isError(channel);
    }

    /** If the last poll has found a failure. */
    public boolean isError(ZMQ.Socket socket) {
        return error((Object) socket);
    }

    /** As {@link #isError(ZMQ.Socket)}. */
    public boolean pollerr(ZMQ.Socket socket) {
        return isError(socket);
    }

    /** As {@link #isError(ZMQ.Socket)}. */
    public boolean error(ZMQ.Socket socket) {
        return isError(socket);
    }

    /** If the last poll has found a failure, in a socket or channel that is registered for it. */
    public boolean error(Object socketOrChannel) {
        PollItem item = filter(socketOrChannel, ERR);
        return item != null && item.isError();
    }

    /** The item of a socket or channel that is registered for any of the events; null if it is not. */
    protected PollItem filter(Object socketOrChannel, int events) {
        ItemGroup group = group(socketOrChannel);
        if (group == null) {
            return null;
        }
        PollItem item = group.item();
        return item.hasEvent(events) ? item : null;
    }

    // ---- the end

    /** Closes the selector that the poller has made for itself; what is registered stays, and a later poll makes a new one. */
    @Override
    public void close() {
        destroy();
    }

    /** Does what {@link #close()} does. */
    public void destroy() {
        selector.close();
    }
}
