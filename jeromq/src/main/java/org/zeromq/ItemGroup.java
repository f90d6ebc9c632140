package org.zeromq;

import java.nio.channels.SelectableChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.zeromq.ZPoller.EventsHandler;
import org.zeromq.ZPoller.ItemHolder;
import zmq.poll.PollItem;

/** All that is registered with a {@link ZPoller} for one socket or channel: it is polled for all events, once. */
final class ItemGroup implements ItemHolder, EventsHandler {
    private final ZPoller poller;
    private final ZMQ.Socket socket;
    private final SelectableChannel channel;
    private final List<ItemHolder> holders = new CopyOnWriteArrayList<>();
    private volatile PollItem item;

    /** A group for the socket or channel of a holder, which is yet to be added. */
    ItemGroup(ZPoller poller, ItemHolder first) {
        this.poller = poller;
        socket = first.socket();
        channel = socket == null ? first.item().getRawSocket() : null;
        item = item(0);
    }

    private PollItem item(int events) {
        return socket != null ? new PollItem(socket.base(), events) : new PollItem(channel, events);
    }

    /** The poller calls this under its lock. */
    void add(ItemHolder holder) {
        if (!isThere(holder)) {
            holders.add(holder);
            item = item(item.zinterestOps() | holder.item().zinterestOps());
        }
    }

    private boolean isThere(ItemHolder holder) {
        for (ItemHolder one : holders) {
            if (one.equals(holder) && one.item().zinterestOps() == holder.item().zinterestOps()) {
                return true;
            }
        }
        return false;
    }

    List<ItemHolder> holders() {
        return List.copyOf(holders);
    }

    @Override
    public PollItem item() {
        return item;
    }

    @Override
    public ZMQ.Socket socket() {
        return socket;
    }

    @Override
    public EventsHandler handler() {
        return this;
    }

    @Override
    public boolean events(ZMQ.Socket socket, int events) {
        return call(handler -> handler.events(socket, events), events);
    }

    @Override
    public boolean events(SelectableChannel channel, int events) {
        return call(handler -> handler.events(channel, events), events);
    }

    /** Calls every handler that waits for any of the events, the global one once; false if any returns false. */
    private boolean call(Call call, int events) {
        boolean goesOn = true;
        boolean isGlobal = false;
        for (ItemHolder holder : holders) {
            if (!holder.item().hasEvent(events)) {
                continue;
            }
            if (holder.handler() != null) {
                goesOn &= call.on(holder.handler());
            } else {
                isGlobal = true;
            }
        }
        EventsHandler global = poller.getGlobalHandler();
        if (isGlobal && global != null) {
            goesOn &= call.on(global);
        }
        return goesOn;
    }

    /** One event, told to a handler. */
    private interface Call {
        boolean on(EventsHandler handler);
    }
}
