package io.zmq4j.patterns.lastvalue;

import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.patterns.agent.Agent;
import io.zmq4j.patterns.agent.Timer;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Stands between publishers and subscribers, passes all that is published on, and remembers the newest message of each topic,
 * which is its first frame: whoever subscribes gets at once what there is of the topics that start with its prefix, and then what
 * comes. The guide calls it the Last Value Cache, {@code lvcache}.
 *
 * <pre>{@code
 * try (var cache = LastValueCache.start(context)) {
 *     cache.connectFrontend("tcp://prices:5557");
 *     cache.bindBackend("tcp://*:5558");
 *     cache.await();
 * }
 * }</pre>
 *
 * <p>What is sent for a new subscriber goes to everybody who has subscribed to it: to the others a value comes once more that they
 * have already, and never an older one. A subscriber that subscribes to the same prefix again is a new one.
 *
 * <p>Safe for any thread. One daemon thread does the work; it ends with {@link #close} or with the context.
 */
public final class LastValueCache implements AutoCloseable {
    private static final byte[] EVERYTHING = {};

    private final SubSocket frontend;
    private final XPubSocket backend;
    private final Agent agent;

    /** Owned by the agent's thread, as are the counters. */
    private final LastValues values;

    private long published;
    private long replayed;

    private LastValueCache(Context context, LastValueOptions options) {
        values = options.values();
        agent = new Agent(context, "last-value-cache");
        frontend = context.sub();
        backend = context.xpub();
        agent.read(frontend, this::published);
        agent.read(backend, this::subscribed);
        boolean isStarted = false;
        try {
            options.apply(frontend, backend);
            backend.xpubVerbose(true);
            frontend.subscribe(EVERYTHING);
            agent.start(Timer.NONE, () -> {});
            isStarted = true;
        } finally {
            if (!isStarted) {
                agent.close();
            }
        }
    }

    /** One with the bounds {@link LastValueOptions#MAX_TOPICS} and {@link LastValueOptions#MAX_BYTES}. */
    public static LastValueCache start(Context context) {
        return start(context, it -> {});
    }

    /** As {@link #start(Context)}, with settings. */
    public static LastValueCache start(Context context, Consumer<LastValueOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(settings, "settings");
        var options = new LastValueOptions();
        settings.accept(options);
        return new LastValueCache(context, options);
    }

    /** Listens for publishers. Errors as in {@link io.zmq4j.Socket#bind}. */
    public Binding bindFrontend(String endpoint) {
        return frontend.bind(endpoint);
    }

    /** Connects to a publisher. Errors as in {@link io.zmq4j.Socket#connect(String)}. */
    public Connection connectFrontend(String endpoint) {
        return frontend.connect(endpoint);
    }

    /** Listens for subscribers. Errors as in {@link io.zmq4j.Socket#bind}. */
    public Binding bindBackend(String endpoint) {
        return backend.bind(endpoint);
    }

    /** Connects to a subscriber. Errors as in {@link io.zmq4j.Socket#connect(String)}. */
    public Connection connectBackend(String endpoint) {
        return backend.connect(endpoint);
    }

    private void published(Received received) {
        Message message = received.message();
        // Kept first: who subscribes in between gets this one, and never an older one after it.
        values.keep(message);
        backend.send(message);
        published++;
    }

    private void subscribed(Received received) {
        Subscription.of(received.message())
                .filter(Subscription::added)
                .ifPresent(it -> values.matching(it.topic(), this::replay));
    }

    private void replay(Message message) {
        backend.send(message);
        replayed++;
    }

    /** What it has and has done. */
    public LastValueStatistics statistics() {
        return agent.ask(() -> new LastValueStatistics(
                values.topics(),
                values.bytes(),
                published,
                replayed,
                values.evicted(),
                values.tooLarge(),
                backend.drops()));
    }

    /**
     * Waits until it has ended: it was closed, or the context.
     *
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public void await() {
        agent.await();
    }

    /** Ends it, and closes its sockets; what was sent to subscribers is still handed over. */
    @Override
    public void close() {
        agent.close();
    }
}
