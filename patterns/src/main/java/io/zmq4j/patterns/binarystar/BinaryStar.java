package io.zmq4j.patterns.binarystar;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.event.Received;
import io.zmq4j.event.Registration;
import io.zmq4j.patterns.agent.Agent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One of two servers of which one serves and the other one takes over when it dies: the guide's Binary Star. This class knows no
 * requests: a server asks it for each whether it is the one to answer.
 *
 * <pre>{@code
 * try (var star = BinaryStar.start(context, Role.PRIMARY, "tcp://*:5003", "tcp://backup:5004")) {
 *     for (Message request : router.messages()) {
 *         if (star.mayServe()) {
 *             router.send(answer(request));
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Clients know both, ask one, and ask the other one when no answer comes in time. What a client asks is its vote: the passive
 * server takes over if the active one is silent <em>and</em> a client comes. So a cut between the two servers alone does not make
 * two that serve. The server that was active comes back as the passive one; to give the work back to it, end the other one.
 *
 * <p>Safe for any thread. One daemon thread says how this server stands and hears how the other one does.
 */
public final class BinaryStar implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.patterns");
    private static final byte[] EVERYTHING = {};

    /** No state is longer than a digit. */
    private static final long LARGEST_MESSAGE = 16;

    private final Agent agent;
    private final PubSocket out;
    private final String endpoint;
    private final long heartbeatNanos;
    private final List<Consumer<? super StarState>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong votes = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();

    /** Guarded by itself, as votes come from any thread. */
    private final StarMachine machine;

    /** What listeners know, and when this server speaks next: owned by the agent's thread. */
    private StarState told;

    private long speaksAt;

    private BinaryStar(Context context, Role role, String local, String remote, BinaryStarOptions options) {
        heartbeatNanos = options.heartbeatNanos();
        long now = System.nanoTime();
        machine = new StarMachine(role, options.silenceNanos(), now);
        told = role.first();
        speaksAt = now;
        agent = new Agent(context, "binary-star");
        out = agent.owning(context.pub()).linger(Duration.ZERO);
        SubSocket in = context.sub();
        agent.read(in, this::heard);
        boolean isStarted = false;
        try {
            options.apply(out);
            options.apply(in);
            in.maxMessageSize(LARGEST_MESSAGE);
            in.subscribe(EVERYTHING);
            endpoint = out.bind(local).uri();
            in.connect(remote);
            agent.start(this::onTime, () -> {});
            isStarted = true;
        } finally {
            if (!isStarted) {
                agent.close();
            }
        }
    }

    /** One with a {@link BinaryStarOptions#HEARTBEAT}, and {@link BinaryStarOptions#LIVENESS} of them. */
    public static BinaryStar start(Context context, Role role, String local, String remote) {
        return start(context, role, local, remote, it -> {});
    }

    /**
     * Begins to tell the other server how this one stands.
     *
     * @param local where this server publishes how it stands, to be bound
     * @param remote where the other one does
     * @throws io.zmq4j.error.EndpointException if {@code local} cannot be bound, or {@code remote} is no endpoint
     */
    public static BinaryStar start(
            Context context, Role role, String local, String remote, Consumer<BinaryStarOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(settings, "settings");
        var options = new BinaryStarOptions();
        settings.accept(options);
        return new BinaryStar(context, role, local, remote, options);
    }

    /**
     * Whether this server is the one to answer a request that a client has just made; to be called for each, once, as it counts as
     * that client's vote.
     *
     * @return false if the other one serves, or may be serving; also after {@link #close}: leave the request without an answer, and
     *     the client will go to the other server
     */
    public boolean mayServe() {
        boolean serves;
        synchronized (machine) {
            serves = agent.isRunning() && machine.request(System.nanoTime());
        }
        (serves ? votes : refused).incrementAndGet();
        if (serves) {
            // Only to tell what has changed by this vote.
            agent.wakeUp();
        }
        return serves;
    }

    /** How this server stands. */
    public StarState state() {
        synchronized (machine) {
            return machine.state();
        }
    }

    /** Whether nothing was heard of the other server for as long as it may be silent. */
    public boolean peerIsSilent() {
        synchronized (machine) {
            return machine.peerIsSilent(System.nanoTime());
        }
    }

    /** Where it is bound, with the real port or path where {@code *} was given. */
    public String endpoint() {
        return endpoint;
    }

    /**
     * Tells a listener each state that comes after this call, in order. It is called in the thread that keeps the pair together: it
     * passes the word on and does not block.
     *
     * @return closing it ends that
     */
    public Registration onChange(Consumer<? super StarState> listener) {
        Objects.requireNonNull(listener, "listener");
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What it has done. */
    public BinaryStarStatistics statistics() {
        return new BinaryStarStatistics(state(), peerIsSilent(), votes.get(), refused.get(), malformed.get());
    }

    private void heard(Received received) {
        Optional<StarState> peer = StarState.of(received.message());
        if (peer.isEmpty()) {
            malformed.incrementAndGet();
            return;
        }
        synchronized (machine) {
            machine.peerIs(System.nanoTime(), peer.get());
        }
    }

    private long onTime(long now) {
        StarState state = state();
        if (state != told) {
            tell(state);
            speaksAt = now;
        }
        if (now - speaksAt >= 0) {
            state.message().ifPresent(out::send);
            speaksAt = now + heartbeatNanos;
        }
        return speaksAt - now;
    }

    private void tell(StarState state) {
        told = state;
        if (state == StarState.CONFLICT) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Binary Star at " + endpoint
                            + ": both servers serve, or both look on. This one serves nobody any more:"
                            + " look which of the two is right, and start the other one again");
        } else {
            LOG.log(System.Logger.Level.INFO, "Binary Star at " + endpoint + " is " + state);
        }
        for (var listener : listeners) {
            try {
                listener.accept(state);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "a listener of the Binary Star at " + endpoint + " failed", e);
            }
        }
    }

    /** Waits until it has ended: it was closed, or the context. */
    public void await() {
        agent.await();
    }

    /** Ends it: the other server hears nothing of this one any more, and takes over when a client asks. */
    @Override
    public void close() {
        agent.close();
    }
}
