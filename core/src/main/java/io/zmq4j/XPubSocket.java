package io.zmq4j;

import io.zmq4j.error.MessageShapeException;
import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.MatchingOptions;
import io.zmq4j.options.MulticastOptions;
import io.zmq4j.options.PublisherOptions;
import io.zmq4j.options.SubscriptionOptions;
import io.zmq4j.socket.SocketCore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * XPUB (RFC 29): a PUB that can read its peers' subscriptions.
 *
 * <pre>{@code
 * Subscription asked = xpub.receiveSubscription();
 * if (asked.added()) {
 *     xpub.send(asked.text(), lastValueOf(asked.text()));
 * }
 * }</pre>
 */
public final class XPubSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<XPubSocket>,
                CommonOptions<XPubSocket>,
                SubscriptionOptions<XPubSocket>,
                PublisherOptions<XPubSocket>,
                MatchingOptions<XPubSocket>,
                MulticastOptions<XPubSocket> {
    XPubSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Waits for the next subscription, or the end of one. Errors as in {@link #receive()}.
     *
     * @throws io.zmq4j.error.MessageShapeException if something else was received, which the application of an XSUB has sent; the
     *     exception has it. With peers that do so, use {@link #receive()} and {@link Subscription#of}
     */
    public Subscription receiveSubscription() {
        return subscription(receive());
    }

    /** As {@link #receiveSubscription()}, waiting at most {@code timeout}, negative for ever; empty if it passed. */
    public Optional<Subscription> receiveSubscription(Duration timeout) {
        return receive(timeout).map(XPubSocket::subscription);
    }

    /** As {@link #receiveSubscription()}, if there is one now; whatever RCVTIMEO says. */
    public Optional<Subscription> tryReceiveSubscription() {
        return tryReceive().map(XPubSocket::subscription);
    }

    private static Subscription subscription(Message message) {
        return Subscription.of(message)
                .orElseThrow(() -> new MessageShapeException(
                        "received what is no subscription: " + message + "; use receive() and Subscription.of",
                        message));
    }

    /** With {@code XPUB_MANUAL}: subscribes the peer of the last received message to this topic. */
    public void subscribe(byte[] topic) {
        core.subscribe(topic);
    }

    /** With {@code XPUB_MANUAL}: takes back a subscription of the peer of the last received message. */
    public void unsubscribe(byte[] topic) {
        core.unsubscribe(topic);
    }

    /** With {@code XPUB_MANUAL}: subscribes the peer of the last received message to this topic, as UTF-8. */
    public void subscribe(String topic) {
        core.subscribe(Objects.requireNonNull(topic, "topic").getBytes(StandardCharsets.UTF_8));
    }

    /** With {@code XPUB_MANUAL}: takes back a subscription of the peer of the last received message, as UTF-8. */
    public void unsubscribe(String topic) {
        core.unsubscribe(Objects.requireNonNull(topic, "topic").getBytes(StandardCharsets.UTF_8));
    }

    /** How many distinct topics its peers have subscribed to; with {@code XPUB_MANUAL} those that were applied. */
    public int topicCount() {
        return core.topicCount();
    }
}
