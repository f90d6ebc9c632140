package io.zmq4j.patterns.delivery;

import io.zmq4j.Socket;
import io.zmq4j.patterns.delivery.protocol.Introduction;
import io.zmq4j.patterns.delivery.protocol.Role;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * How a {@link DeliverySender} or a {@link DeliveryReceiver} works; set in the function that is given to {@code open}, and without
 * effect after that.
 *
 * <pre>{@code
 * var receiver = DeliveryReceiver.open(context, it -> it.window(1, 1 << 20).silence(Duration.ofSeconds(2)));
 * }</pre>
 */
public final class DeliveryOptions {
    /** The silence unless it is set: 5 seconds. */
    public static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration SHORTEST_SILENCE = Duration.ofMillis(100);
    private static final Duration LONGEST_SILENCE = Duration.ofDays(7);

    private String name;
    private int windowMessages;
    private long windowBytes;
    private Duration silence = SILENCE;
    private Consumer<? super Socket> sockets = socket -> {};

    DeliveryOptions(String name, int windowMessages, long windowBytes) {
        this.name = name;
        this.windowMessages = windowMessages;
        this.windowBytes = windowBytes;
    }

    /** Names its thread: {@code delivery-sender} or {@code delivery-receiver} unless it is set. */
    public DeliveryOptions name(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Sets how much may be outstanding. Of a sender: what it has accepted and nobody has acknowledged; unless it is set, {@value
     * DeliverySender#WINDOW_MESSAGES} messages and 64 MiB. Of a receiver: what each sender may have sent it without an
     * acknowledgement; unless it is set, {@value DeliveryReceiver#WINDOW_MESSAGES} messages and 16 MiB. A single message may be
     * larger than all bytes.
     *
     * @param messages at least 1
     * @param bytes at least 1
     */
    public DeliveryOptions window(int messages, long bytes) {
        if (messages < 1) {
            throw new IllegalArgumentException("messages is " + messages + ": at least 1 is allowed");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes is " + bytes + ": at least 1 is allowed");
        }
        windowMessages = messages;
        windowBytes = bytes;
        return this;
    }

    /**
     * Sets after how long without a word of a peer it is taken for dead, although its connection stands; {@link #SILENCE} unless it is
     * set. The peer is told, and sends a heartbeat three times as often.
     *
     * @param silence 100 ms to 7 days
     */
    public DeliveryOptions silence(Duration silence) {
        Objects.requireNonNull(silence, "silence");
        if (silence.compareTo(SHORTEST_SILENCE) < 0 || silence.compareTo(LONGEST_SILENCE) > 0) {
            throw new IllegalArgumentException(
                    "silence is " + silence + ": from " + SHORTEST_SILENCE + " to " + LONGEST_SILENCE + " is allowed");
        }
        this.silence = silence;
        return this;
    }

    /** Sets options of each socket before it is bound or connected, such as {@code SECURITY}. Called by {@code bind} and {@code connect}. */
    public DeliveryOptions sockets(Consumer<? super Socket> settings) {
        sockets = Objects.requireNonNull(settings, "settings");
        return this;
    }

    String name() {
        return name;
    }

    int windowMessages() {
        return windowMessages;
    }

    long windowBytes() {
        return windowBytes;
    }

    void apply(Socket socket) {
        sockets.accept(socket);
    }

    Introduction introduction(Role role) {
        boolean gives = role == Role.RECEIVER;
        return new Introduction(
                role, UUID.randomUUID(), (int) silence.toMillis(), gives ? windowMessages : 0, gives ? windowBytes : 0);
    }
}
