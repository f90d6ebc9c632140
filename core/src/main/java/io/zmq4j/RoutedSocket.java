package io.zmq4j;

import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.event.Routed;
import io.zmq4j.message.Message;
import io.zmq4j.socket.SocketCore;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A socket that knows its peers by numbers that it gives them itself: a SERVER or a PEER. Messages have one frame.
 *
 * <pre>{@code
 * Routed request = server.receiveRouted();
 * server.send(request.routingId(), "Hello, " + request.message().text());
 * }</pre>
 *
 * <p>What works with any socket, such as {@link #messages}, a {@link Poller} or a {@link Proxy}, sees a ROUTER's messages instead: two
 * frames, the routing id as four bytes, big-endian, and the body. Of these {@link Message#reply(String...)} makes the answer.
 *
 * <p>A message waits while the queue of its peer is full, as long as {@code SNDTIMEO} says, and is never dropped.
 */
public sealed interface RoutedSocket extends SendingSocket, ReceivingSocket permits ServerSocket, PeerSocket {
    /**
     * Waits for the next message as {@link #receiveFrom()} does, and gives it without its routing id, which stands beside it.
     * Errors as in {@link #receive()}.
     */
    default Routed receiveRouted() {
        return routed(receiveFrom());
    }

    /** The next message and whose it is, if there is one now; whatever RCVTIMEO says. */
    default Optional<Routed> tryReceiveRouted() {
        return tryReceiveFrom().map(RoutedSocket::routed);
    }

    /**
     * The next message and whose it is, waiting at most {@code timeout}, negative for ever; empty if it passed. Errors as in
     * {@link #receive()}.
     */
    default Optional<Routed> receiveRouted(Duration timeout) {
        return receiveFrom(timeout).map(RoutedSocket::routed);
    }

    /**
     * Sends a message of one frame to the peer of this routing id. Otherwise as {@link #send(Message)}.
     *
     * @throws UnroutableException if no peer that is there has it
     * @throws IllegalArgumentException if the message has several frames
     */
    default void send(int routingId, Message message) {
        send(addressed(routingId, message));
    }

    /** As {@link #send(int, Message)}, a text as UTF-8. */
    default void send(int routingId, String text) {
        send(routingId, Message.of(Objects.requireNonNull(text, "text")));
    }

    /** As {@link #send(int, Message)}, a frame of these bytes. */
    default void send(int routingId, byte[] bytes) {
        send(routingId, Message.of(Objects.requireNonNull(bytes, "bytes")));
    }

    /** As {@link #send(int, Message)}, if that is possible without waiting; whatever SNDTIMEO says. */
    default boolean trySend(int routingId, Message message) {
        return trySend(addressed(routingId, message));
    }

    /** As {@link #send(int, Message)}, waiting at most {@code timeout}, negative for ever; false if it passed. */
    default boolean send(int routingId, Message message, Duration timeout) {
        return send(addressed(routingId, message), timeout);
    }

    /** As {@link #sendAsync(Message)}: a message of one frame to the peer of this routing id. */
    default CompletableFuture<Void> sendAsync(int routingId, Message message) {
        return sendAsync(addressed(routingId, message));
    }

    /** Whether a peer with this routing id is there, so that a message to it has somewhere to go. */
    default boolean hasPeer(int routingId) {
        return core().hasPeer(bytes(routingId));
    }

    /** Whether a message to this routing id would be queued now: its peer is there, and there is room for it. */
    default boolean canSend(int routingId) {
        return core().canSend(bytes(routingId));
    }

    /** Who is there under this routing id now; empty if nobody is, or is not connected yet. */
    default Optional<Peer> peer(int routingId) {
        return Optional.ofNullable(core().peer(bytes(routingId)));
    }

    /**
     * Gives up the peer of this routing id: closes its connection, and drops and counts what is queued for it. A peer that has
     * connected may come again, under another routing id; one that this side has connected to is not connected to again.
     *
     * @throws UnroutableException if nobody has this routing id
     */
    default void disconnectPeer(int routingId) {
        core().dismiss(bytes(routingId));
    }

    private static Routed routed(Received received) {
        Message whole = received.message();
        return new Routed(whole.buffer(0).getInt(), whole.from(1), received.peer());
    }

    private static Message addressed(int routingId, Message message) {
        return Objects.requireNonNull(message, "message").prependWrapped(bytes(routingId));
    }

    private static byte[] bytes(int routingId) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(routingId).array();
    }

    private SocketCore core() {
        return ((Socket) this).core;
    }
}
