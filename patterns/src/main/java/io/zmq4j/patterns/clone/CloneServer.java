package io.zmq4j.patterns.clone;

import io.zmq4j.Context;
import io.zmq4j.RouterSocket;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Received;
import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.message.Subscription;
import io.zmq4j.patterns.agent.Agent;
import io.zmq4j.patterns.binarystar.BinaryStar;
import io.zmq4j.patterns.binarystar.StarState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a map that many share, RFC 12, the guide's Clone pattern: clients get a copy of it, and every update after that, in one order
 * for all. One server alone, or one of two of which the other one takes over ({@link CloneServerOptions#pair}).
 *
 * <pre>{@code
 * try (var server = CloneServer.start(context, CloneEndpoints.of("tcp://*:5556"))) {
 *     server.await();
 * }
 * }</pre>
 *
 * <p>The map is in memory: it is lost when the server ends, or both of a pair. Safe for any thread. One daemon thread does the work, and
 * another one keeps a pair together; they end with {@link #close} or with the context.
 */
public final class CloneServer implements AutoCloseable {
    /** Most updates that wait for one subscriber, or of one client. */
    private static final int QUEUED = 100_000;

    private final Context context;
    private final CloneServerOptions options;
    private final Agent agent;
    private final RouterSocket snapshots;
    private final XPubSocket publisher;
    private final SubSocket collector;
    private final Deliveries deliveries;
    private final Authority authority;
    private final CloneEndpoints endpoints;
    private final @Nullable BinaryStar star;

    /** Owned by the agent's thread; not null while this server is the passive one. */
    private @Nullable Mirror mirror;

    private long hugzAt = System.nanoTime();
    private long malformed;

    private CloneServer(Context context, CloneEndpoints wanted, CloneServerOptions options) {
        this.context = context;
        this.options = options;
        agent = new Agent(context, "clone-server");
        snapshots = context.router();
        publisher = context.xpub();
        collector = context.sub();
        agent.read(snapshots, this::asked);
        agent.read(publisher, this::subscribed);
        agent.read(collector, this::collected);
        deliveries = new Deliveries(snapshots);
        authority = new Authority(options.bounds(), update -> publisher.send(update.message()));
        BinaryStar partner = null;
        boolean isStarted = false;
        try {
            settle(snapshots);
            settle(publisher);
            settle(collector);
            snapshots.routerMandatory(true);
            publisher.xpubVerbose(true).sendHighWaterMark(QUEUED);
            collector.receiveHighWaterMark(QUEUED).subscribe("");
            endpoints = new CloneEndpoints(
                    snapshots.bind(wanted.snapshot()).uri(),
                    publisher.bind(wanted.publisher()).uri(),
                    collector.bind(wanted.collector()).uri());
            partner = partner();
            star = partner;
            agent.start(this::onTime, this::ended);
            isStarted = true;
        } finally {
            if (!isStarted) {
                agent.close();
                if (partner != null) {
                    partner.close();
                }
            }
        }
    }

    private void settle(Socket socket) {
        socket.set(io.zmq4j.options.SocketOptions.LINGER, Duration.ofSeconds(1));
        options.apply(socket);
    }

    private @Nullable BinaryStar partner() {
        var pair = options.pair();
        if (pair == null) {
            return null;
        }
        var pace = options.pace();
        var partner = BinaryStar.start(
                context,
                pair.role(),
                pair.local(),
                pair.remote(),
                it -> it.heartbeat(pace.heartbeat()).liveness(pace.liveness()).sockets(options::apply));
        partner.onChange(state -> agent.wakeUp());
        return partner;
    }

    /** A server alone, with the defaults of {@link CloneServerOptions}. */
    public static CloneServer start(Context context, CloneEndpoints endpoints) {
        return start(context, endpoints, it -> {});
    }

    /**
     * A server with settings.
     *
     * @param endpoints to be bound
     * @throws io.zmq4j.error.EndpointException if one of them cannot be bound
     */
    public static CloneServer start(Context context, CloneEndpoints endpoints, Consumer<CloneServerOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(endpoints, "endpoints");
        Objects.requireNonNull(settings, "settings");
        var options = new CloneServerOptions();
        settings.accept(options);
        return new CloneServer(context, endpoints, options);
    }

    /** Where clients connect, with the real ports or paths where {@code *} was given. */
    public CloneEndpoints endpoints() {
        return endpoints;
    }

    /** How it stands: ACTIVE if it has no partner. */
    public StarState state() {
        return star == null ? StarState.ACTIVE : star.state();
    }

    private void asked(Received received) {
        Message message = received.message();
        Frame peer = message.frame(0);
        String question = message.frameCount() > 1 ? message.text(1) : "";
        if (question.equals(Chp.ICANHAZ) && message.frameCount() == 3) {
            // A client's question is its vote for this server; without an answer it goes to the other one.
            if (star == null || star.mayServe()) {
                align(System.nanoTime());
                deliveries.begin(peer, () -> authority.snapshot(message.frame(2)), System.nanoTime());
            }
        } else if (question.equals(Chp.MIRROR) && message.frameCount() == 2) {
            if (state() == StarState.ACTIVE) {
                align(System.nanoTime());
                deliveries.begin(peer, () -> authority.mirrorOf(System.nanoTime()), System.nanoTime());
            }
        } else {
            malformed++;
        }
    }

    /** A new follower need not wait for the next HUGZ to know that its subscription has come. */
    private void subscribed(Received received) {
        if (state() != StarState.CONFLICT
                && Subscription.of(received.message())
                        .filter(it -> it.added() && Chp.HUGZ.startsWith(it.text()))
                        .isPresent()) {
            publisher.send(Chp.HUGZ_MESSAGE);
        }
    }

    private void collected(Received received) {
        long now = System.nanoTime();
        align(now);
        authority.collect(received.message(), now);
    }

    /** Does what it takes to be what the pair says that this server is. */
    private void align(long now) {
        switch (state()) {
            case ACTIVE -> {
                if (authority.mode() == Authority.Mode.FOLLOWING) {
                    stopMirroring();
                    authority.serve(now);
                }
            }
            case PASSIVE -> {
                var pair = options.pair();
                if (mirror == null && pair != null) {
                    mirror = new Mirror(context, agent, pair.other(), authority, options, () -> malformed++);
                }
            }
            case CONFLICT -> {
                stopMirroring();
                authority.stop();
            }
            case PRIMARY, BACKUP -> {}
        }
    }

    private void stopMirroring() {
        if (mirror != null) {
            mirror.close();
            mirror = null;
        }
    }

    private long onTime(long now) {
        align(now);
        authority.onTime(now);
        deliveries.proceed(now);
        if (now - hugzAt >= 0) {
            hugzAt = now + options.pace().heartbeatNanos();
            if (state() != StarState.CONFLICT) {
                publisher.send(Chp.HUGZ_MESSAGE);
            }
        }
        long next = Math.min(hugzAt - now, Math.min(authority.next(now), deliveries.next()));
        return mirror == null ? next : Math.min(next, mirror.onTime(now));
    }

    private void ended() {
        if (star != null) {
            star.close();
        }
    }

    /** What it has and has done. */
    public CloneServerStatistics statistics() {
        return agent.ask(() -> new CloneServerStatistics(
                state(),
                authority.sequence(),
                authority.entries(),
                authority.bytes(),
                authority.ephemeral(),
                authority.held(),
                authority.applied(),
                authority.repeated(),
                authority.refused(),
                authority.malformed() + malformed,
                deliveries.given(),
                deliveries.abandoned(),
                drops()));
    }

    private Map<DropReason, Long> drops() {
        var all = new EnumMap<DropReason, Long>(DropReason.class);
        for (Socket socket : new Socket[] {snapshots, publisher, collector}) {
            socket.drops().forEach((reason, count) -> all.merge(reason, count, Long::sum));
        }
        return all;
    }

    /** Waits until it has ended: it was closed, or the context. */
    public void await() {
        agent.await();
    }

    /** Ends it; in a pair the other one takes over when a client asks. */
    @Override
    public void close() {
        agent.close();
        if (star != null) {
            star.close();
        }
    }
}
