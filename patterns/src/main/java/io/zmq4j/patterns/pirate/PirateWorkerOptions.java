package io.zmq4j.patterns.pirate;

import io.zmq4j.DealerSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** How a {@link PirateWorker} works; set in the function that is given to it, and without effect after that. */
public final class PirateWorkerOptions {
    /** How long a worker waits before it connects again: a second at first. */
    public static final Duration RECONNECT = Duration.ofSeconds(1);

    /** How long at most, as the wait doubles each time: 32 seconds. */
    public static final Duration RECONNECT_MAX = Duration.ofSeconds(32);

    private static final Message ERROR = Message.of("", "error");

    private Duration heartbeat = PirateQueueOptions.HEARTBEAT;
    private int liveness = PirateQueueOptions.LIVENESS;
    private Duration reconnect = RECONNECT;
    private Duration reconnectMax = RECONNECT_MAX;
    private BiFunction<Message, Throwable, Message> onError = (request, failure) -> ERROR;
    private Consumer<? super DealerSocket> socket = it -> {};

    PirateWorkerOptions() {}

    /**
     * Sets how often the worker sends a heartbeat, and is to get one; {@link PirateQueueOptions#HEARTBEAT} unless it is set. As at the
     * queue.
     *
     * @throws IllegalArgumentException if it is not from a millisecond to an hour
     */
    public PirateWorkerOptions heartbeat(Duration interval) {
        heartbeat = Ppp.interval(Objects.requireNonNull(interval, "interval"));
        return this;
    }

    /**
     * Sets after how many heartbeats that did not come the queue is taken for dead; {@link PirateQueueOptions#LIVENESS} unless it is
     * set.
     *
     * @throws IllegalArgumentException if it is not from 1 to 1000
     */
    public PirateWorkerOptions liveness(int heartbeats) {
        liveness = Ppp.liveness(heartbeats);
        return this;
    }

    /**
     * Sets how long the worker waits before it connects again to a queue that is silent; {@link #RECONNECT} and {@link
     * #RECONNECT_MAX} unless it is set.
     *
     * @param first before the first try; it doubles with each
     * @param most where that ends
     * @throws IllegalArgumentException if {@code first} is not positive, or {@code most} is less
     */
    public PirateWorkerOptions reconnect(Duration first, Duration most) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(most, "most");
        if (first.compareTo(Duration.ofMillis(1)) < 0
                || most.compareTo(first) < 0
                || most.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("first is " + first + " and most is " + most
                    + ": from PT0.001S to PT24H is allowed, first the smaller one");
        }
        reconnect = first;
        reconnectMax = most;
        return this;
    }

    /**
     * Sets what is answered when the handler fails, from the request's body and what was thrown. Unless it is set, it is {@code ["",
     * "error"]} whatever was thrown, also when this fails, as with {@link io.zmq4j.ServerOptions#onError}.
     */
    public PirateWorkerOptions onError(BiFunction<Message, Throwable, Message> reply) {
        onError = Objects.requireNonNull(reply, "reply");
        return this;
    }

    /** Sets what else its socket is to be, such as its security; called before each connect. */
    public PirateWorkerOptions socket(Consumer<? super DealerSocket> settings) {
        socket = Objects.requireNonNull(settings, "settings");
        return this;
    }

    long heartbeatNanos() {
        return heartbeat.toNanos();
    }

    long silenceNanos() {
        return heartbeat.toNanos() * liveness;
    }

    long reconnectNanos() {
        return reconnect.toNanos();
    }

    long reconnectMaxNanos() {
        return reconnectMax.toNanos();
    }

    /** What is answered, also if the application's function fails. */
    Message failed(Message request, Throwable failure) {
        try {
            return onError.apply(request, failure);
        } catch (RuntimeException e) {
            return ERROR;
        }
    }

    void apply(DealerSocket dealer) {
        socket.accept(dealer);
    }
}
