package io.zmq4j.transport.spi;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** What a link sees of its socket: its end of the one pipe, and where news go. For the thread that is in the link. */
public interface LinkHost {
    /** The next message to send, which stays until it is {@link #take taken}; null if there is none. */
    @Nullable
    Message peek();

    /** The message that was peeked at is the link's now. */
    void take();

    /** Whether the socket has room for another message; if not, {@link Link#receive} follows when it has. */
    boolean hasRoom();

    /** A message for the socket. */
    void deliver(Message message);

    /**
     * So much will never arrive, in the transport's own unit: counted, and told as an event.
     *
     * @param peer whose it was, or null
     */
    void lost(long count, @Nullable String peer, String detail);

    /** The link has other {@link Link#channels} now, and has closed those that are not among them. */
    void channelsChanged();

    /** Tells listeners and monitors. */
    void event(SocketEvent.Type type, @Nullable String peer, String detail);
}
