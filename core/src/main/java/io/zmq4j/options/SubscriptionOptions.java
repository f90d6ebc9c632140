package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.XPUB_MANUAL;
import static io.zmq4j.options.SocketOptions.XPUB_MANUAL_LAST_VALUE;
import static io.zmq4j.options.SocketOptions.XPUB_VERBOSE;
import static io.zmq4j.options.SocketOptions.XPUB_VERBOSER;
import static io.zmq4j.options.SocketOptions.XPUB_WELCOME_MSG;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How subscriptions are received and answered. XPUB alone has them.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface SubscriptionOptions<S> extends Options<S> {
    /**
     * Whether every subscription is received, not only the first of its topic; default false. Works at once, and makes
     * {@link #xpubVerboser()} false. {@link SocketOptions#XPUB_VERBOSE ZMQ_XPUB_VERBOSE}.
     */
    default S xpubVerbose(boolean value) {
        return Chain.set(this, XPUB_VERBOSE, value);
    }

    default boolean xpubVerbose() {
        return get(XPUB_VERBOSE);
    }

    /**
     * Whether every subscription and unsubscription is received; default false. Works at once, and gives
     * {@link #xpubVerbose()} the same value. {@link SocketOptions#XPUB_VERBOSER ZMQ_XPUB_VERBOSER}.
     */
    default S xpubVerboser(boolean value) {
        return Chain.set(this, XPUB_VERBOSER, value);
    }

    default boolean xpubVerboser() {
        return get(XPUB_VERBOSER);
    }

    /**
     * Whether subscriptions are only received, and the application decides which count; default false. Works at once.
     * {@link SocketOptions#XPUB_MANUAL ZMQ_XPUB_MANUAL}.
     */
    default S xpubManual(boolean value) {
        return Chain.set(this, XPUB_MANUAL, value);
    }

    default boolean xpubManual() {
        return get(XPUB_MANUAL);
    }

    /**
     * Whether the send that follows a received subscription goes to its subscriber alone, if that is subscribed to it; default
     * false. Works at once, with {@link #xpubManual(boolean)}. {@link SocketOptions#XPUB_MANUAL_LAST_VALUE
     * ZMQ_XPUB_MANUAL_LAST_VALUE}.
     */
    default S xpubManualLastValue(boolean value) {
        return Chain.set(this, XPUB_MANUAL_LAST_VALUE, value);
    }

    default boolean xpubManualLastValue() {
        return get(XPUB_MANUAL_LAST_VALUE);
    }

    /**
     * The first message to every new subscriber; default empty: none. For later connections.
     * {@link SocketOptions#XPUB_WELCOME_MSG ZMQ_XPUB_WELCOME_MSG}.
     */
    default S xpubWelcomeMessage(byte[] value) {
        return Chain.set(this, XPUB_WELCOME_MSG, value);
    }

    /** As {@link #xpubWelcomeMessage(byte[])}, with a text as UTF-8. */
    default S xpubWelcomeMessage(String value) {
        return xpubWelcomeMessage(Objects.requireNonNull(value, "value").getBytes(StandardCharsets.UTF_8));
    }

    default byte[] xpubWelcomeMessage() {
        return get(XPUB_WELCOME_MSG);
    }
}
