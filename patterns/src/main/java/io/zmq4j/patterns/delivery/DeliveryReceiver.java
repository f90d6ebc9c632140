package io.zmq4j.patterns.delivery;

import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.patterns.delivery.protocol.Arrival;
import io.zmq4j.patterns.delivery.protocol.Intake;
import io.zmq4j.patterns.delivery.protocol.Links;
import io.zmq4j.patterns.delivery.protocol.Role;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages from {@link DeliverySender}s and acknowledges them. What it has not acknowledged when it is closed, or dies, goes to
 * another receiver, or to this one when it is back. Safe for any thread.
 *
 * <pre>{@code
 * try (var receiver = DeliveryReceiver.open(context)) {
 *     receiver.connect("tcp://localhost:5555");
 *     while (true) {
 *         Delivery delivery = receiver.receive();
 *         store(delivery.message());
 *         delivery.acknowledge();
 *     }
 * }
 * }</pre>
 *
 * <p>It binds or connects, to any number of endpoints, and takes from all senders that it meets there. Each of them may have sent it as
 * much as {@link DeliveryOptions#window} says without an acknowledgement.
 */
public final class DeliveryReceiver implements AutoCloseable {
    /** How many messages each sender may have sent it without an acknowledgement, unless it is set. */
    public static final int WINDOW_MESSAGES = 10_000;

    private static final long WINDOW_BYTES = 16 << 20;
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Signal signal = new Signal();
    private final Intake intake;
    private final Links<?> links;
    private final Pump pump;
    private final Ports ports;
    private volatile boolean isClosed;

    private DeliveryReceiver(Context context, DeliveryOptions options) {
        intake = new Intake(options.introduction(Role.RECEIVER));
        links = new Links<>(intake, ThreadLocalRandom.current().nextInt());
        pump = new Pump(options.name(), links, lock, signal, this::changed);
        ports = new Ports(context, options, pump, signal);
    }

    /** As {@link #open(Context, Consumer)}, with the default of each option. */
    public static DeliveryReceiver open(Context context) {
        return open(context, options -> {});
    }

    /**
     * Opens a receiver, which ends with {@link #close} or with its context.
     *
     * @param settings called at once
     */
    public static DeliveryReceiver open(Context context, Consumer<DeliveryOptions> settings) {
        Objects.requireNonNull(context, "context");
        var options = new DeliveryOptions("delivery-receiver", WINDOW_MESSAGES, WINDOW_BYTES);
        Objects.requireNonNull(settings, "settings").accept(options);
        var receiver = new DeliveryReceiver(context, options);
        receiver.pump.start();
        return receiver;
    }

    /**
     * Waits for senders that connect, as {@link io.zmq4j.Socket#bind}.
     *
     * @throws io.zmq4j.error.EndpointException as there
     * @throws SocketClosedException if it is closed
     */
    public Binding bind(String endpoint) {
        checkOpen();
        return ports.bind(endpoint);
    }

    /** Connects to a sender that is bound, and again whenever the connection breaks, as {@link io.zmq4j.Socket#connect}. */
    public Connection connect(String endpoint) {
        checkOpen();
        return ports.connect(endpoint);
    }

    /**
     * The next message, waiting as long as it takes.
     *
     * @throws SocketClosedException if this or the context is, or gets, closed
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public Delivery receive() {
        return Objects.requireNonNull(await(new Patience(Duration.ofNanos(-1))), "only patience that ends gives none");
    }

    /** As {@link #receive()}, waiting at most {@code timeout}, negative for ever; empty if it passed. */
    public Optional<Delivery> receive(Duration timeout) {
        return Optional.ofNullable(await(new Patience(Objects.requireNonNull(timeout, "timeout"))));
    }

    /** The next message if there is one now. */
    public Optional<Delivery> tryReceive() {
        return receive(Duration.ZERO);
    }

    private @Nullable Delivery await(Patience patience) {
        checkOpen();
        Arrival arrival = intake.take();
        if (arrival == null) {
            arrival = awaitArrival(patience);
        }
        return arrival == null ? null : new Delivery(this, arrival);
    }

    private @Nullable Arrival awaitArrival(Patience patience) {
        lock.lock();
        try {
            while (true) {
                checkOpen();
                Arrival arrival = intake.poll();
                if (arrival != null) {
                    return arrival;
                }
                if (intake.isIdle()) {
                    // Senders may have nothing left to send before they hear what was acknowledged.
                    signal.raise();
                }
                if (patience.isOver()) {
                    return null;
                }
                patience.await(arrived, "a message");
            }
        } finally {
            lock.unlock();
        }
    }

    void acknowledge(Arrival arrival) {
        if (!arrival.acknowledge()) {
            return;
        }
        boolean wakes;
        boolean isUrgent;
        lock.lock();
        try {
            wakes = intake.acknowledged(arrival, System.nanoTime());
            isUrgent = wakes && intake.isDue(arrival);
        } finally {
            lock.unlock();
        }
        if (isUrgent) {
            signal.raise();
        } else if (wakes) {
            signal.nudge();
        }
    }

    /** What it has done so far. */
    public ReceiverStatistics statistics() {
        lock.lock();
        try {
            return new ReceiverStatistics(
                    intake.delivered(),
                    intake.redelivered(),
                    intake.acknowledged(),
                    intake.discarded(),
                    intake.waiting(),
                    links.open(),
                    links.refused());
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() {
        if (isClosed || pump.isEnded()) {
            throw new SocketClosedException("this receiver, or its context, is closed");
        }
    }

    private void changed() {
        if (intake.isWaiting() || pump.isEnded()) {
            arrived.signalAll();
        }
    }

    /**
     * Tells the senders what was acknowledged, and that it leaves: they send the rest to others. Every call that waits here ends with
     * {@link SocketClosedException}.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            intake.settleAll();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        pump.stop(GOODBYE);
    }
}
