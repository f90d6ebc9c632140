package zmq.poll;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import org.jspecify.annotations.Nullable;
import zmq.SocketBase;
import zmq.ZMQ;

/** A socket or a raw channel, what a poll waits for there, and what it has found: bits POLLIN, POLLOUT and POLLERR. */
public class PollItem {
    private final @Nullable SocketBase socket;
    private final @Nullable SelectableChannel channel;
    private final int zinterest;
    private int interest;
    private int ready;

    /** A raw channel, which is in non-blocking mode. */
    public PollItem(@Nullable SelectableChannel channel, int ops) {
        this(null, channel, ops);
    }

    public PollItem(@Nullable SocketBase socket, int ops) {
        this(socket, null, ops);
    }

    private PollItem(@Nullable SocketBase socket, @Nullable SelectableChannel channel, int ops) {
        this.socket = socket;
        this.channel = channel;
        zinterest = ops;
        interest = selectionOps(ops);
    }

    /** What a selector is asked for: a socket's channel only tells, by becoming readable, that something has changed. */
    private int selectionOps(int ops) {
        boolean in = (ops & ZMQ.ZMQ_POLLIN) != 0;
        boolean out = (ops & ZMQ.ZMQ_POLLOUT) != 0;
        if (socket != null) {
            return in || out ? SelectionKey.OP_READ : 0;
        }
        int readable = channel instanceof ServerSocketChannel ? SelectionKey.OP_ACCEPT : SelectionKey.OP_READ;
        return (in ? readable : 0) | (out ? SelectionKey.OP_WRITE : 0);
    }

    public boolean isReadable() {
        return (ready & ZMQ.ZMQ_POLLIN) != 0;
    }

    public boolean isWritable() {
        return (ready & ZMQ.ZMQ_POLLOUT) != 0;
    }

    public boolean isError() {
        return (ready & ZMQ.ZMQ_POLLERR) != 0;
    }

    /** The socket; null if this is a raw channel. */
    public @Nullable SocketBase getSocket() {
        return socket;
    }

    /** The raw channel; null if this is a socket. */
    public @Nullable SelectableChannel getRawSocket() {
        return channel;
    }

    /** The raw channel, or the one that a socket has for selectors of the application ({@link SocketBase#getFD()}). */
    public @Nullable SelectableChannel getChannel() {
        return socket != null ? socket.getFD() : channel;
    }

    /** What a selector is asked for, in bits of {@link SelectionKey}. */
    public int interestOps() {
        return interest;
    }

    /** What a poll is asked for, in bits POLLIN, POLLOUT and POLLERR. */
    public int zinterestOps() {
        return zinterest;
    }

    /** If a poll is asked for any of these. */
    public boolean hasEvent(int events) {
        return (zinterest & events) != 0;
    }

    /** Changes what a selector is asked for, given in bits POLLIN and POLLOUT; what a poll reports stays. */
    public int interestOps(int ops) {
        interest = selectionOps(ops);
        ready = 0;
        return interest;
    }

    /**
     * Looks again at what the item is ready for, as far as it is asked for.
     *
     * @param key a raw channel's, of the selector that has just been asked; not looked at if this is a socket
     * @param nevents how many channels that selector has found ready; a raw channel is not looked at if none
     * @return the bits, 0 if not ready, -1 if the socket is closed or its context has ended
     */
    public int readyOps(@Nullable SelectionKey key, int nevents) {
        ready = 0;
        if (socket != null) {
            int events = socket.getSocketOpt(ZMQ.ZMQ_EVENTS);
            if (events < 0) {
                return -1;
            }
            ready = events & zinterest & (ZMQ.ZMQ_POLLIN | ZMQ.ZMQ_POLLOUT);
        } else if (nevents > 0 && key != null) {
            // Another item may wait for something else on the same channel.
            ready = readyOf(key) & (zinterest | ZMQ.ZMQ_POLLERR);
        }
        return ready;
    }

    private int readyOf(SelectionKey key) {
        if (!key.isValid()) {
            return ZMQ.ZMQ_POLLERR;
        }
        int found = key.readyOps();
        int bits = 0;
        if ((found & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT)) != 0) {
            bits |= ZMQ.ZMQ_POLLIN;
        }
        if ((found & SelectionKey.OP_WRITE) != 0) {
            bits |= ZMQ.ZMQ_POLLOUT;
        }
        if ((found & SelectionKey.OP_CONNECT) != 0) {
            bits |= ZMQ.ZMQ_POLLERR;
        }
        return bits;
    }

    /** What the last look has found. */
    public int readyOps() {
        return ready;
    }
}
