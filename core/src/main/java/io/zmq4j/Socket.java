package io.zmq4j;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.Registration;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.SocketCore;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all sockets have in common: endpoints, options, events, counters, closing. Every method is safe for any thread.
 * The patterns differ in what they can do with messages: see {@link Sender} and {@link Receiver}.
 */
public abstract sealed class Socket implements AutoCloseable
        permits PairSocket,
                ReqSocket,
                RepSocket,
                DealerSocket,
                RouterSocket,
                PubSocket,
                SubSocket,
                XPubSocket,
                XSubSocket,
                PushSocket,
                PullSocket,
                StreamSocket,
                ServerSocket,
                ClientSocket,
                RadioSocket,
                DishSocket,
                GatherSocket,
                ScatterSocket,
                DgramSocket,
                PeerSocket,
                ChannelSocket {
    final SocketCore core;

    /** Neither the socket nor its context is lost as long as somebody has this; null if the library opened it for itself. */
    private final @Nullable Lifeline lifeline;

    Socket(SocketCore core, Lifeline context) {
        this.core = core;
        this.lifeline = context.of(core);
        core.face(this);
    }

    /** One that the library opens for itself: it is in no list of sockets, and ends with the context at the latest. */
    Socket(SocketCore core) {
        this.core = core;
        this.lifeline = null;
    }

    /** The pattern's name on the wire. */
    public SocketType type() {
        return core.type();
    }

    /** The name that {@link NamedSocket#named} gave this socket; empty if it has none. */
    public String name() {
        return core.name();
    }

    /**
     * Listens on an endpoint such as {@code tcp://*:5555}, {@code ipc:///tmp/feed} or {@code inproc://work}. For
     * multicast, such as {@code epgm://eth0;239.192.1.1:5555}, it is the same as {@link #connect}.
     *
     * <p>A port of TCP may be {@code *}, for one that the system chooses; {@code *[60000-60010]}, for the first of these that is free;
     * or {@code ![60000-60010]}, for any of these that is free. {@code [60000-]} goes to 65535, {@code [-60010]} begins with 49152.
     *
     * @return what knows the endpoint as it is bound, with the real port or path where {@code *} was given
     * @throws io.zmq4j.error.EndpointException if it is no such endpoint or cannot be bound
     */
    public Binding bind(String endpoint) {
        return new Binding(core.bind(endpoint));
    }

    /**
     * Connects to an endpoint, now or as soon as it is there, and again whenever the connection breaks. A peer that turns out to
     * be the wrong one, because it speaks something else, is of another socket type or refuses this side, is tried again after
     * {@code RECONNECT_IVL_MAX}, at least a minute, as it may be repaired; what is sent is queued meanwhile as for one that is not
     * there. With {@code RECONNECT_IVL} FOREVER the endpoint is given up instead, which {@link SocketEvent.Type#CLOSED} tells, and
     * may be connected again.
     *
     * <p>A REQ, PUB, SUB, DEALER, CLIENT, RADIO or DISH has one connection to an endpoint: another connect gives the same, and ends such a long wait.
     *
     * @throws io.zmq4j.error.EndpointException if it is no such endpoint, over {@code inproc} if a socket that cannot talk to
     *     this one has the name, or if the CONNECT_ROUTING_ID is in use
     */
    public Connection connect(String endpoint) {
        return new Connection(core.connect(endpoint));
    }

    /**
     * Connects to all peers that a directory tells of, and follows when they change: new ones are connected, and those that are gone
     * disconnected, as {@link #disconnect} does, with what was sent to them handed over. What this gives stands for all of them.
     * {@link #connect(String)} takes the text of a directory as well, if its module is there.
     *
     * @throws io.zmq4j.error.EndpointException if it cannot be watched, or CONNECT_ROUTING_ID is set
     */
    public Connection connect(Directory directory) {
        return new Connection(core.connect(directory));
    }

    /** Connects to what another socket has bound: the same as its {@link Binding#uri}. */
    public Connection connect(Binding binding) {
        return connect(binding.uri());
    }

    /**
     * Stops listening on an endpoint, as it was given or as {@link #bind} returned it, and closes what it accepted. When it
     * returns, the address, path or name is free, and so is what those peers held, such as routing ids.
     *
     * @throws io.zmq4j.error.EndpointException if it is not bound
     */
    public void unbind(String endpoint) {
        core.unbind(endpoint);
    }

    /**
     * Ends all connections to an endpoint. What was sent to it is still handed over within {@code LINGER}; nothing more is
     * sent there when this returns.
     *
     * @throws io.zmq4j.error.EndpointException if it is not connected: never was, was disconnected, or was given up
     */
    public void disconnect(String endpoint) {
        core.disconnect(endpoint);
    }

    /** The endpoint of the last bind or connect, with the real port or path; empty before the first. */
    public String lastEndpoint() {
        return core.lastEndpoint();
    }

    /**
     * Sets an option: see {@link SocketOptions} for all of them.
     *
     * @throws IllegalArgumentException if the value is not allowed or the socket type has no such option
     */
    public <T> void set(SocketOption<T> option, T value) {
        core.set(option, value);
    }

    /** An option's value. */
    public <T> T get(SocketOption<T> option) {
        return core.get(option);
    }

    /** Sets an option by libzmq's name, with or without {@code ZMQ_}, in any case; for tools. */
    public void set(String name, String value) {
        core.set(name, value);
    }

    /** The number of peers that are there, their handshake complete. */
    public int peerCount() {
        return core.peerCount();
    }

    /**
     * Waits until a peer's handshake is complete and, for PUB, XPUB and RADIO, until one has subscribed. A multicast endpoint
     * counts as a peer that is there and has subscribed to everything: it does not say that anybody listens.
     *
     * @return false if {@code timeout} passed before
     */
    public boolean awaitPeer(Duration timeout) {
        return core.awaitPeer(timeout);
    }

    /**
     * Tells a listener what happens to this socket's connections, in order, on a thread of its own: it may block, call
     * the socket or throw without disturbing the library. If it falls too far behind, it misses events and is told how
     * many. {@link SocketEvent.Type#TRACE} comes only to {@link #onTrace}.
     *
     * @return closing it ends the telling
     */
    public Registration onEvent(Consumer<SocketEvent> listener) {
        return core.onEvent(listener, false);
    }

    /** As {@link #onEvent}, with every line of the conversation as well: for tools. */
    public Registration onTrace(Consumer<SocketEvent> listener) {
        return core.onEvent(listener, true);
    }

    /**
     * Runs an action whenever this socket may have become ready to receive or to send, or has ended: for those who wait in a place
     * of their own, such as a selector ({@code socket.onReady(selector::wakeup)}) or an event loop. A {@link Poller} needs none of this.
     *
     * <p>It comes once for what has happened since somebody looked: after it, and once after this call, take until
     * nothing is left ({@link ReceivingSocket#tryReceive}), or ask ({@link ReceivingSocket#canReceive}, {@link
     * SendingSocket#canSend}). It may come in vain. It runs in any thread, also several at once, and inside the library: it
     * passes the word on and neither blocks nor calls the socket.
     *
     * @return closing it ends that; so does the socket's end, after a last time
     * @throws io.zmq4j.error.SocketClosedException if the socket is closed
     */
    public Registration onReady(Runnable action) {
        return core.onReady(action);
    }

    /**
     * As {@link #monitor(String, int)}, in either of libzmq's formats and on a socket of another type.
     *
     * <pre>
     *   version 1   [event, 16 bits  value, 32 bits] [endpoint]
     *   version 2   [event, 64 bits] [how many values, 64 bits] [value, 64 bits]... [local endpoint] [remote endpoint]
     * </pre>
     *
     * Numbers are in native byte order. Of an endpoint that was bound the local one is known, and the remote one of each peer; of an
     * endpoint that was connected the remote one alone.
     *
     * @param events the wanted events' numbers, added; those above 16 bits come with version 2 alone
     * @param version 1 or 2
     * @param type PAIR for one reader; PUB for any number, who subscribe to everything; PUSH for several who share
     * @throws IllegalArgumentException if it is another version or type, or version 1 with events that it cannot tell
     */
    public String monitor(String endpoint, long events, int version, SocketType type) {
        return core.monitor(endpoint, events, version, type);
    }

    /**
     * Tells the socket's monitors of version 2 how much is queued for each peer and from each, as libzmq's PIPES_STATS: event
     * 0x10000, with these two numbers of messages.
     *
     * @return of how many peers they were told; 0 if there are none
     * @throws io.zmq4j.error.SocketStateException if there is no such monitor
     */
    public int monitorPipes() {
        return core.monitorPipes();
    }

    /**
     * Publishes this socket's events as messages on a PAIR bound to {@code endpoint}, in libzmq's format: a frame of
     * the event number (16 bits) and value (32 bits) in native byte order, then a frame with the endpoint. pyzmq reads them with
     * {@code zmq.utils.monitor.recv_monitor_message}.
     *
     * <p>There is one reader at a time. While there is none, or it does not keep up, events are lost; nobody waits for it, but for a
     * second at the end, until it has taken the last event.
     *
     * @param endpoint {@code inproc://name}, to which a {@link PairSocket} of the same context connects; or, for a PAIR of another
     *     process, {@code ipc://path} or {@code tcp://127.0.0.1:port}, where the port may be {@code *}. Over tcp every user of this
     *     machine can read, over ipc who may write to the path.
     * @param events the wanted events' numbers, added; 0xFFFF for all
     * @return the endpoint to connect to, with the real port or path
     * @throws io.zmq4j.error.EndpointException if it is no such endpoint, such as one that other machines reach, or cannot be bound
     */
    public String monitor(String endpoint, int events) {
        return core.monitor(endpoint, events);
    }

    /** The messages this socket dropped so far, by reason; reasons that never occurred are not in the map. */
    public Map<DropReason, Long> drops() {
        return core.dropped();
    }

    /**
     * What this socket has received and sent since it was opened, what waits in its queues, its connections, what it dropped,
     * and the same of each peer. After {@link #close} it says what is still being handed over, and in the end what it all came
     * to.
     *
     * <p>To count costs a message nothing that can be measured. To ask takes a moment for each peer, most of it without
     * keeping anybody from sending or receiving.
     */
    public SocketStatistics statistics() {
        return core.statistics();
    }

    /** Whether {@link #close} was called, here or on the context. */
    public boolean isClosed() {
        return core.isClosed();
    }

    /**
     * Closes the socket at once: every waiting call ends with {@link io.zmq4j.error.SocketClosedException}, received
     * messages that nobody took are dropped. What was sent is still handed over in the background, as long as
     * {@code LINGER} says; {@link Context#close} waits for that.
     */
    @Override
    public void close() {
        core.close();
        if (lifeline != null) {
            lifeline.end();
        }
    }

    /** For people: type, endpoints, how each of them stands, and how many peers are there. */
    @Override
    public String toString() {
        return core.toString();
    }
}
