package io.zmq4j;

import io.zmq4j.codec.Codec;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What receives messages: a socket, or in tests whatever stands for one. Every method of a socket is safe for any thread; each
 * message goes to one caller.
 *
 * <p>One message: {@link #receive()} and its relatives. All of them, until something ends it:
 *
 * <table class="striped">
 * <caption>Loops, and how they end</caption>
 * <thead>
 * <tr><th scope="col"></th><th scope="col">socket or context closed</th><th scope="col">interrupt</th>
 *     <th scope="col">your code throws</th><th scope="col">how to stop it</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@link #messages}</th>
 *     <td>ends</td><td>{@code WaitInterruptedException}, flag set</td><td>leaves the loop</td>
 *     <td>{@code break}: loses nothing</td></tr>
 * <tr><th scope="row">{@link #stream}</th>
 *     <td>ends</td><td>{@code WaitInterruptedException}, flag set</td><td>leaves the stream</td>
 *     <td>{@code limit}: takes no more than it gives; {@code takeWhile}, {@code anyMatch}: the message that ends it is taken</td></tr>
 * <tr><th scope="row">{@link #onMessage(MessageHandler) onMessage}</th>
 *     <td>ends</td><td>the handler's own affair</td><td>is counted and told, and the next message comes</td>
 *     <td>{@link Consumption#stop}: the call under way returns; {@link Consumption#close}</td></tr>
 * <tr><th scope="row">{@link #publisher}</th>
 *     <td>{@code onComplete}</td><td>the subscriber's own affair</td><td>cancels, is told</td>
 *     <td>{@code cancel}: takes back what was asked for</td></tr>
 * </tbody>
 * </table>
 *
 * Of several loops over one socket each gets a part of the messages. What ends is the loop: the socket stays open.
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

    /**
     * All messages, each as soon as it comes:
     *
     * <pre>{@code
     * for (Message message : sub.messages()) {
     *     System.out.println(message.text());
     * }
     * }</pre>
     *
     * <p>The loop ends when the socket or its context is closed. It may be left at any time, and entered again: what it has not
     * given is still in the socket. Each iterator is for one thread; its {@code hasNext} waits for a message, which its
     * {@code next} gives. On a REP the reply is sent in the loop.
     *
     * @return what throws, while it iterates, {@link io.zmq4j.error.WaitInterruptedException} if the thread is interrupted, also
     *     where it need not wait, and otherwise as {@link #receive()} does, RCVTIMEO included
     */
    default Iterable<Message> messages() {
        return () -> new MessageIterator(this);
    }

    /**
     * All messages as a stream, which ends and throws as {@link #messages} does:
     *
     * <pre>{@code
     * List<String> ten = pull.stream().map(Message::text).limit(10).toList();
     * }</pre>
     *
     * <p>A message is received when the stream wants one, in the thread that runs it. {@code limit(n)} receives {@code n}, or as
     * many as a {@code filter} before it needs. {@code takeWhile}, {@code anyMatch} and the like take the message by which they see
     * that it is over. {@code sorted} and what else needs all messages wait for the end. After {@code parallel()} it is the same
     * stream, in one thread, as messages have an order. To close it does nothing.
     */
    default Stream<Message> stream() {
        return StreamSupport.stream(new MessageIterator(this), false);
    }

    /**
     * Has each message handled in the background: one after the other, in order, in one of the context's worker threads.
     *
     * <pre>{@code
     * try (var consumption = sub.onMessage(message -> store(message))) {
     *     consumption.await();
     * }
     * }</pre>
     *
     * <p>If the handler throws, that is counted and logged with its stack (logger {@code io.zmq4j.handler}, level WARNING;
     * the first time, the tenth, the hundredth and so on), and the next message comes. No thread is held while none comes. What
     * the handler has not come to is still in the socket. A REP's handler sends the reply before it returns. A stand-in for a
     * socket has no worker threads: there it is the common pool that calls the handler.
     *
     * @return what ends it, and waits for its end; has ended already if the socket is closed
     */
    default Consumption onMessage(MessageHandler handler) {
        Objects.requireNonNull(handler, "handler");
        HandlerCalls.OnError log = (message, failure, count) -> HandlerLog.tell(
                this, count, "a handler of the messages of " + this + " failed, and gets the next one", failure);
        return new MessageLoop(this, new HandlerCalls(handler, log)).begin();
    }

    /** As {@link #onMessage(MessageHandler)}; what the handler throws, and with which message, is counted and told here alone. */
    default Consumption onMessage(MessageHandler handler, BiConsumer<? super Message, ? super Throwable> onError) {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(onError, "onError");
        HandlerCalls.OnError told = (message, failure, count) -> onError.accept(message, failure);
        return new MessageLoop(this, new HandlerCalls(handler, told)).begin();
    }

    /**
     * The messages for reactive streams. A message is received when a subscriber has asked for one: so one that is slow, or asks
     * for nothing, leaves the messages to other receivers, and in the end the peers wait, or drop, as the pattern has it.
     *
     * <pre>{@code
     * pull.publisher().subscribe(push.subscriber(64));
     * }</pre>
     *
     * <p>Any number of subscribers may subscribe; each message goes to one of them. They are called in the context's worker threads,
     * each by one thread at a time. The end of the socket is {@code onComplete}, which a subscriber hears when it has asked for
     * messages, or as soon as it does; what receiving fails with is {@code onError}. A message that comes in the moment of a
     * {@code cancel} is still delivered; any other stays in the socket.
     */
    default Flow.Publisher<Message> publisher() {
        return new MessagePublisher(this);
    }

    /**
     * Waits for the next message and gives its one frame as UTF-8 text. Errors as in {@link #receive()}.
     *
     * @throws io.zmq4j.error.MessageShapeException if the message has several frames; the exception has the message
     */
    default String receiveText() {
        return SingleFrame.text(receive());
    }

    /** As {@link #receiveText()}, waiting at most {@code timeout}, negative for ever; empty if it passed. */
    default Optional<String> receiveText(Duration timeout) {
        return receive(timeout).map(SingleFrame::text);
    }

    /**
     * Waits for the next message and gives a copy of its one frame. Errors as in {@link #receive()}.
     *
     * @throws io.zmq4j.error.MessageShapeException if the message has several frames; the exception has the message
     */
    default byte[] receiveBytes() {
        return SingleFrame.bytes(receive());
    }

    /** As {@link #receiveBytes()}, waiting at most {@code timeout}, negative for ever; empty if it passed. */
    default Optional<byte[]> receiveBytes(Duration timeout) {
        return receive(timeout).map(SingleFrame::bytes);
    }

    /**
     * Waits for the next message and gives the value that it stands for. Errors as in {@link #receive()}.
     *
     * @throws io.zmq4j.error.DecodeException if the codec cannot read the message, which the exception has
     */
    default <T> T receive(Codec<T> codec) {
        return receiving(codec).receive();
    }

    /** As {@link #receive(Codec)}, waiting at most {@code timeout}, negative for ever; empty if it passed. */
    default <T> Optional<T> receive(Duration timeout, Codec<T> codec) {
        return receiving(codec).receive(timeout);
    }

    /** A view of this receiver that receives values. */
    default <T> TypedReceiver<T> receiving(Codec<T> codec) {
        return new TypedReceiver<>(this, codec);
    }
}
