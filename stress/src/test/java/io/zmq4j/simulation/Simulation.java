package io.zmq4j.simulation;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.ContextSettings;
import io.zmq4j.socket.SocketCore;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in virtual time between sockets of one context or of several, over a network that breaks for a while. How many
 * talk, of what and how it is set up follows from the seed; what must come of it, the subclass says. In the end the contexts
 * close in time, and no thread is left.
 */
abstract class Simulation implements Scenario {
    static final Duration LONG = Duration.ofSeconds(60);
    /** Longer than any wait between two tries. */
    private static final Duration QUIET_AFTER_BREAKS = Duration.ofMillis(300);

    private static final Duration QUIET = Duration.ofMillis(80);

    /** So much longer something may take than it should: its threads may be kept away now and then. */
    private static final long SLACK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int[] MARKS = {1, 2, 10, 100, 1_000};

    private final List<ContextCore> contexts = new ArrayList<>();
    private Trial trial;
    private SplittableRandom random;
    private Network network;
    private Parcel.Sizes sizes;
    private boolean hasHeartbeats;
    private boolean isStormy;
    /** Whether the contexts are closed while everybody talks. */
    private boolean isSudden;

    private long stormNanos;

    @Override
    public final void play(Trial trial) throws Exception {
        this.trial = trial;
        random = trial.random().split();
        network = new Network(trial);
        sizes = Parcel.Sizes.of(random, network.conditions().capacity());
        hasHeartbeats = random.nextInt(3) == 0;
        isStormy = random.nextInt(3) != 0;
        isSudden = once(10);
        stormNanos = TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(random.nextBoolean() ? 20 : 200));
        int count = once(3) ? 1 : 2;
        for (int i = 0; i < count; i++) {
            contexts.add(new ContextCore(ContextSettings.standard().withIoLoops(once(4) ? 2 : 1)));
        }
        prepare();
        if (isStormy) {
            network.storm(1 + random.nextInt(5), stormNanos, hasHeartbeats);
        }
        if (isSudden) {
            trial.start("closer", () -> {
                trial.sleep(stormNanos);
                closeContexts();
            });
        }
        try {
            talk();
        } catch (SocketClosedException e) {
            check(isSudden, e::toString);
        }
        closeContexts();
        network.end();
        trial.checkNobodyIsLeft(SLACK_NANOS);
        judge();
    }

    /** Opens the sockets. */
    abstract void prepare();

    /** Sends and receives all there is, and waits until that is done. */
    abstract void talk();

    /** Looks at what came of it. */
    abstract void judge();

    private void closeContexts() {
        for (ContextCore context : contexts) {
            Duration timeout = Duration.ofMillis(random.nextInt(3) * 100L);
            long began = trial.nanos();
            context.close(timeout);
            long took = trial.nanos() - began;
            trial.check(
                    took <= timeout.toNanos() + SLACK_NANOS,
                    () -> "a context took " + took / 1_000_000 + " ms to close, with " + timeout.toMillis()
                            + " ms for it");
        }
    }

    // ---- for subclasses

    Trial trial() {
        return trial;
    }

    SplittableRandom random() {
        return random;
    }

    Network network() {
        return network;
    }

    Parcel.Sizes sizes() {
        return sizes;
    }

    boolean hasHeartbeats() {
        return hasHeartbeats;
    }

    boolean isSudden() {
        return isSudden;
    }

    /** Whether everything goes its way: what is sent arrives, if nobody counts it as dropped. */
    boolean isPeaceful() {
        return !isStormy && !hasHeartbeats && !isSudden;
    }

    /** A thread that ends if its socket is closed under its hands. */
    Thread start(String name, Runnable body) {
        return trial.start(name, () -> {
            try {
                body.run();
            } catch (SocketClosedException e) {
                check(isSudden, () -> name + ": " + e);
            }
        });
    }

    /** Whether connections are cut. */
    boolean isStormy() {
        return isStormy;
    }

    /** As long as nothing may be under way that has not shown itself. */
    Duration quiet() {
        Duration calm = QUIET.plusNanos(40 * network.conditions().latencyNanos());
        return isStormy || hasHeartbeats ? QUIET_AFTER_BREAKS : calm;
    }

    /** From one to so many. */
    int some(int most) {
        return 1 + random.nextInt(most);
    }

    /** From one to so many, but not more than the network can move in reasonable time. */
    int someMessages(int most) {
        return some(Math.min(most, 40 + network.conditions().capacity() / 4));
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int anyMark() {
        return MARKS[random.nextInt(MARKS.length)];
    }

    /** A socket of one of the contexts, which connects again soon. */
    SocketCore open(SocketType type) {
        SocketCore socket = contexts.get(random.nextInt(contexts.size())).open(type);
        socket.set(SocketOptions.SNDHWM, anyMark());
        socket.set(SocketOptions.RCVHWM, anyMark());
        socket.set(SocketOptions.RECONNECT_IVL, Duration.ofMillis(1 + random.nextInt(20)));
        if (once(3)) {
            socket.set(SocketOptions.RECONNECT_IVL_MAX, Duration.ofMillis(50));
        }
        if (once(3)) {
            socket.set(SocketOptions.CONNECT_TIMEOUT, Duration.ofMillis(20));
        }
        if (hasHeartbeats) {
            socket.set(SocketOptions.HEARTBEAT_IVL, Duration.ofMillis(10 + random.nextInt(40)));
            socket.set(SocketOptions.HEARTBEAT_TIMEOUT, Duration.ofMillis(200));
            socket.set(SocketOptions.HANDSHAKE_IVL, Duration.ofMillis(200));
        }
        return socket;
    }

    /** Each of the others to each that binds. */
    static void connect(List<SocketCore> binding, List<SocketCore> others) {
        for (int i = 0; i < binding.size(); i++) {
            binding.get(i).bind(Network.endpoint(i + 1));
            for (SocketCore other : others) {
                other.connect(Network.endpoint(i + 1));
            }
        }
    }

    /** As the socket's, and it comes back in time. */
    @Nullable
    Message receive(SocketCore socket, Duration timeout) {
        long began = trial.nanos();
        Message message = socket.receive(timeout);
        long took = trial.nanos() - began;
        check(
                took <= timeout.toNanos() + SLACK_NANOS,
                () -> "a receive took " + took / 1_000_000 + " ms, with " + timeout.toMillis() + " ms for it");
        return message;
    }

    void sleep(long most) {
        if (most > 0) {
            trial.sleep(random.nextLong(most));
        }
    }

    /** Until the network is calm and nothing is under way that has not shown itself. */
    void awaitCalm() {
        long began = trial.nanos();
        while (trial.nanos() < Math.max(began, network.calmFrom()) + quiet().toNanos()) {
            trial.sleep(quiet().toNanos());
        }
    }

    void check(boolean holds, Supplier<String> otherwise) {
        trial.check(holds, otherwise);
    }
}
