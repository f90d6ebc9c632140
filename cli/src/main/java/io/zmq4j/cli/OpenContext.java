package io.zmq4j.cli;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.zmtp.SocketType;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A verb's context and sockets, which end well in each of three ways: at the end of the work it waits until all is
 * handed over, as long as it is told; {@link #hurry} bounds that; and at SIGINT or SIGTERM a shutdown hook closes them,
 * which gives messages on their way a second. Owned by the verb's thread.
 */
final class OpenContext implements AutoCloseable {
    static final Duration BRIEF = Duration.ofSeconds(1);

    private final Context context = Context.create();
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Verbosity.Watch> watches = new ArrayList<>();
    private final Thread hook = new Thread(this::closeAtSignal, "zmq-signal");
    private final LastFailure failure = new LastFailure();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Verbosity verbosity;
    private final PrintStream err;
    private Duration linger;
    private volatile boolean signalled;

    OpenContext(Duration linger, Verbosity verbosity, PrintStream err) {
        this.linger = linger;
        this.verbosity = verbosity;
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Has somebody decide about peers, if that is asked for; before the first socket is opened. */
    void secure(Securing securing, SocketSettings settings) {
        if (settings.showSecrets()) {
            verbosity.say(
                    err,
                    "a secret on the command line can be read by every user of this machine: files keep it better");
        }
        securing.startDeciding(context);
    }

    /** A socket that is told about as -v says. */
    Socket socket(SocketType type) {
        var socket = context.socket(type);
        sockets.add(socket);
        watches.add(verbosity.watch(socket, err));
        socket.onEvent(failure);
        return socket;
    }

    /** Binds or connects, and tells which port or path a wildcard became. */
    void open(Socket socket, Endpoint endpoint) {
        var real = endpoint.open(socket);
        if (endpoint.isWildcard()) {
            verbosity.say(err, "listening at " + real);
        }
    }

    /** The end of a wait that was for nothing, and why it was, as far as the connections tell. */
    TimedOutException timedOut(String what) {
        return new TimedOutException(failure.after(what));
    }

    /** Waits no longer than a moment at the end. */
    void hurry() {
        linger = BRIEF.compareTo(linger) < 0 ? BRIEF : linger;
    }

    /**
     * Waits until all is handed over.
     *
     * @throws SocketClosedException if a signal closed it before
     * @throws TimedOutException if messages were dropped because the linger time ran out
     */
    @Override
    public void close() {
        try {
            context.close(linger);
            watches.forEach(Verbosity.Watch::awaitEnd);
        } finally {
            closed.countDown();
            forgetHook();
        }
        if (signalled) {
            throw new SocketClosedException("closed at a signal");
        }
        long dropped = sockets.stream()
                .mapToLong(socket -> socket.drops().getOrDefault(DropReason.LINGER_EXPIRED, 0L))
                .sum();
        if (dropped > 0) {
            throw timedOut(dropped + (dropped == 1 ? " message was" : " messages were") + " not handed over within "
                    + Seconds.text(linger));
        }
    }

    private void closeAtSignal() {
        signalled = true;
        context.close(BRIEF);
        try {
            // The working thread prints what it has; or it was lingering already and gets this long for it.
            closed.await(BRIEF.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running.
        }
    }
}
