package io.zmq4j.patterns.delivery;

import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.Sender;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.TooManyPendingException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.delivery.protocol.Distribution;
import io.zmq4j.patterns.delivery.protocol.Introduction;
import io.zmq4j.patterns.delivery.protocol.Links;
import io.zmq4j.patterns.delivery.protocol.Role;
import io.zmq4j.patterns.delivery.protocol.Window;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends each message to one of its {@link DeliveryReceiver}s, and keeps it until one has acknowledged it: if a receiver dies, another one
 * gets what that had. At least once, so some may come twice. Safe for any thread.
 *
 * <pre>{@code
 * try (var sender = DeliverySender.open(context)) {
 *     sender.bind("tcp://*:5555");
 *     for (Message job : jobs) {
 *         sender.send(job);
 *     }
 *     sender.flush(Duration.ofMinutes(1));
 * }
 * }</pre>
 *
 * <p>It binds or connects, to any number of endpoints, and sends to all receivers that it meets there, to the one with the least work
 * first. While nobody is there it accepts as many as its {@link DeliveryOptions#window} allows.
 */
public final class DeliverySender implements Sender, AutoCloseable {
    /** How many messages may be outstanding, unless it is set. */
    public static final int WINDOW_MESSAGES = 50_000;

    /** How long {@link #close()} waits for acknowledgements: 30 seconds. */
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger("io.zmq4j.patterns.delivery");
    private static final long WINDOW_BYTES = 64 << 20;
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Signal signal = new Signal();
    private final UUID id;
    private final Distribution distribution;
    private final Links<?> links;
    private final Pump pump;
    private final Ports ports;
    private final Outstanding outstanding;

    private DeliverySender(Context context, DeliveryOptions options) {
        Introduction introduction = options.introduction(Role.SENDER);
        id = introduction.id();
        distribution = new Distribution(
                introduction, new Window(options.windowMessages(), options.windowBytes()), System.nanoTime());
        links = new Links<>(distribution, ThreadLocalRandom.current().nextInt());
        pump = new Pump(options.name(), links, lock, signal, this::changed);
        ports = new Ports(context, options, pump, signal);
        outstanding = new Outstanding(lock, distribution, new Callbacks(options.name()), pump::isEnded);
    }

    private void changed() {
        outstanding.changed();
    }

    /** As {@link #open(Context, Consumer)}, with the default of each option. */
    public static DeliverySender open(Context context) {
        return open(context, options -> {});
    }

    /**
     * Opens a sender, which ends with {@link #close} or with its context.
     *
     * @param settings called at once
     */
    public static DeliverySender open(Context context, Consumer<DeliveryOptions> settings) {
        Objects.requireNonNull(context, "context");
        var options = new DeliveryOptions("delivery-sender", WINDOW_MESSAGES, WINDOW_BYTES);
        Objects.requireNonNull(settings, "settings").accept(options);
        var sender = new DeliverySender(context, options);
        sender.pump.start();
        return sender;
    }

    /** Random, and another one each time a sender is opened: {@link Delivery#senderId}. */
    public UUID id() {
        return id;
    }

    /**
     * Waits for receivers that connect, as {@link io.zmq4j.Socket#bind}.
     *
     * @throws io.zmq4j.error.EndpointException as there
     * @throws SocketClosedException if it is closed
     */
    public Binding bind(String endpoint) {
        outstanding.checkOpen();
        return ports.bind(endpoint);
    }

    /** Connects to a receiver that is bound, and again whenever the connection breaks, as {@link io.zmq4j.Socket#connect}. */
    public Connection connect(String endpoint) {
        outstanding.checkOpen();
        return ports.connect(endpoint);
    }

    /**
     * Accepts a message, waiting while the window is full. When it returns, the message is kept until it is acknowledged or this is
     * closed.
     *
     * @throws SocketClosedException if this or the context is, or gets, closed
     * @throws WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    @Override
    public void send(Message message) {
        send(message, Duration.ofNanos(-1));
    }

    /** As {@link #send(Message)}, waiting at most {@code timeout}, negative for ever; false if it passed. */
    @Override
    public boolean send(Message message, Duration timeout) {
        Objects.requireNonNull(message, "message");
        return accept(message, Objects.requireNonNull(timeout, "timeout"), null);
    }

    /** Accepts a message if the window has room now. */
    @Override
    public boolean trySend(Message message) {
        return send(message, Duration.ZERO);
    }

    /**
     * Accepts a message if the window has room now, and says when it is acknowledged. Cancelling the future gives nothing up. Callbacks
     * run in a thread of this sender's, in order, and may block.
     *
     * @return a future that fails with {@link TooManyPendingException} if the window is full, and with {@link SocketClosedException} if
     *     this was closed before an acknowledgement came: the message may have been delivered
     */
    @Override
    public CompletableFuture<Void> sendAsync(Message message) {
        Objects.requireNonNull(message, "message");
        var acknowledgement = new CompletableFuture<Void>();
        try {
            if (!accept(message, Duration.ZERO, acknowledgement)) {
                acknowledgement.completeExceptionally(new TooManyPendingException(
                        "the window is full: wait for some of the futures, or for flush, then repeat the call"));
            }
        } catch (SocketClosedException e) {
            acknowledgement.completeExceptionally(e);
        }
        return acknowledgement;
    }

    private boolean accept(Message message, Duration timeout, @Nullable CompletableFuture<Void> acknowledgement) {
        switch (outstanding.accept(message, timeout, acknowledgement)) {
            case NO_ROOM -> {
                return false;
            }
            case ACCEPTED -> signal.nudge();
            case ACCEPTED_LAST -> signal.raise();
        }
        return true;
    }

    /**
     * Waits until everything that was accepted before this call is acknowledged.
     *
     * @param timeout negative for ever
     * @return false if it passed before
     * @throws SocketClosedException if this or the context is, or gets, closed
     * @throws WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public boolean flush(Duration timeout) {
        return outstanding.flush(Objects.requireNonNull(timeout, "timeout"));
    }

    /** What it has done so far. */
    public SenderStatistics statistics() {
        lock.lock();
        try {
            return new SenderStatistics(
                    distribution.accepted(),
                    distribution.acknowledged(),
                    distribution.redelivered(),
                    distribution.outstanding(),
                    distribution.outstandingBytes(),
                    links.open(),
                    links.refused());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Accepts nothing more, waits until everything is acknowledged, and ends. An interrupt ends the waiting as if the time had passed;
     * its flag stays set.
     *
     * @param timeout negative for ever
     * @return how many messages were not acknowledged: each of them may have been delivered, or not
     */
    public int close(Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        try {
            outstanding.close(timeout);
        } catch (WaitInterruptedException | SocketClosedException e) {
            LOG.log(System.Logger.Level.DEBUG, "a sender's close did not wait for all acknowledgements", e);
        }
        pump.stop(GOODBYE);
        lock.lock();
        try {
            return distribution.outstanding();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #close(Duration)} with {@link #CLOSE_TIMEOUT}; what was not acknowledged then is said in the log. */
    @Override
    public void close() {
        int left = close(CLOSE_TIMEOUT);
        if (left > 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a sender was closed with {0} messages that nobody has acknowledged",
                    left);
        }
    }
}
