package io.zmq4j;

import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What receives messages: a socket, or in tests whatever stands for one. Every method of a socket is safe for any thread; each
 * message goes to one caller.
 */
public interface Receiver {

    /**
     * Waits for the next message, as long as {@code RCVTIMEO} says (for ever by default).
     *
     * @throws io.zmq4j.error.WaitTimeoutException if RCVTIMEO passed
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     * @throws io.zmq4j.error.SocketClosedException if the socket or context is, or gets, closed
     * @throws io.zmq4j.error.SocketStateException if the pattern does not allow it now (REQ, REP)
     */
    Message receive();

    /** The next message if there is one now; whatever RCVTIMEO says. */
    Optional<Message> tryReceive();

    /** The next message, waiting at most {@code timeout}, negative for ever; empty if it passed. Errors as in {@link #receive()}. */
    Optional<Message> receive(Duration timeout);

    /**
     * The next message as a future, in the order of the calls, whatever RCVTIMEO says.
     *
     * <p>Cancelling the future, or a time limit such as {@code orTimeout}, gives up its turn and loses no message: either it
     * is in time and the message goes to the next call, in its order, or {@code cancel} is false and the future has the
     * message. That holds for this future; one that was derived from it, by {@code thenApply} and the like, gives up nothing.
     *
     * <p>Callbacks run in one of the context's worker threads, in order, or in the thread that attaches them if the future is
     * done already. They may block, or wait for another future: the futures behind go on in another thread.
     *
     * @return a future that fails with {@link io.zmq4j.error.SocketClosedException} if the socket or context is, or gets,
     *     closed, and with {@link io.zmq4j.error.SocketStateException} if the pattern does not allow it (REQ, REP)
     */
    CompletableFuture<Message> receiveAsync();

    /**
     * Waits for the next message as {@link #receive()} does, and also gives who sent it: the peer of the connection by which the
     * message came, whoever has taken its place since.
     *
     * <pre>{@code
     * Received request = rep.receiveFrom();
     * log(request.peer().address() + " asks for " + request.message().text());
     * }</pre>
     *
     * <p>Both ways of receiving may be mixed. Over multicast nobody is known to be the sender: the peer is the endpoint alone.
     */
    Received receiveFrom();

    /** The next message and who sent it, if there is one now; whatever RCVTIMEO says. */
    Optional<Received> tryReceiveFrom();

    /**
     * The next message and who sent it, waiting at most {@code timeout}, negative for ever; empty if it passed. Errors as in
     * {@link #receive()}.
     */
    Optional<Received> receiveFrom(Duration timeout);

    /** Waits for the next message and gives its first frame as UTF-8 text. Errors as in {@link #receive()}. */
    default String receiveText() {
        return receive().text();
    }
}
