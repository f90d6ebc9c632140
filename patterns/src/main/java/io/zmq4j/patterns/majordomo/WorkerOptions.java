package io.zmq4j.patterns.majordomo;

import io.zmq4j.DealerSocket;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a {@link MajordomoWorker} works; set in the function that is given to {@code start}, and without effect after that. */
public final class WorkerOptions {
    /** How long a worker waits before it looks for a lost broker again: 2.5 seconds, as in the guide. */
    public static final Duration RECONNECT = Duration.ofMillis(2500);

    private static final Message ERROR = Message.of("", "error");

    MdpVersion version = MdpVersion.V0_1;
    long heartbeatNanos = BrokerOptions.HEARTBEAT.toNanos();
    int liveness = BrokerOptions.LIVENESS;
    long reconnectNanos = RECONNECT.toNanos();
    Consumer<DealerSocket> socket = dealer -> {};
    BiFunction<Message, Throwable, @Nullable Message> onError = (request, failure) -> ERROR;

    WorkerOptions() {}

    /** Sets which version it speaks; 0.1, which every broker understands. */
    public WorkerOptions version(MdpVersion spoken) {
        version = Objects.requireNonNull(spoken, "spoken");
        return this;
    }

    /** Sets how often it says that it is alive; {@link BrokerOptions#HEARTBEAT}. As the broker has it, or more often. */
    public WorkerOptions heartbeat(Duration interval) {
        heartbeatNanos = Checks.positive(interval, "interval").toNanos();
        return this;
    }

    /** Sets after how many intervals of silence the broker is lost; {@link BrokerOptions#LIVENESS}. */
    public WorkerOptions liveness(int intervals) {
        liveness = Checks.atLeastOne(intervals, "intervals");
        return this;
    }

    /** Sets how long it waits before it looks for a lost broker again; {@link #RECONNECT}. */
    public WorkerOptions reconnect(Duration wait) {
        reconnectNanos = Checks.positive(wait, "wait").toNanos();
        return this;
    }

    /**
     * Sets what is answered when the handler fails, from the request and what was thrown. Unless it is set, the answer is
     * {@code ["", "error"]}, as of {@link io.zmq4j.ServerOptions#onError}. With null the worker leaves and registers again, so that
     * the broker gives the request to another worker, as often as {@link BrokerOptions#deliveries} says.
     */
    public WorkerOptions onError(BiFunction<Message, Throwable, @Nullable Message> reply) {
        onError = Objects.requireNonNull(reply, "reply");
        return this;
    }

    /** Sets what is done with each DEALER before it is connected, such as {@code SECURITY}. */
    public WorkerOptions socket(Consumer<DealerSocket> settings) {
        socket = Objects.requireNonNull(settings, "settings");
        return this;
    }
}
