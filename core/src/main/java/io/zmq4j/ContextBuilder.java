package io.zmq4j;

import io.zmq4j.options.SocketDefaults;
import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.ContextSettings;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * What a context is made with, from {@link Context#builder}. What is not said is as for {@link Context#create()}. To be used by one
 * thread; each {@link #build} makes another context.
 *
 * <pre>{@code
 * try (var context = Context.builder()
 *         .name("prices")
 *         .sockets(all -> all.linger(Duration.ofSeconds(1)).sendHighWaterMark(10_000))
 *         .build()) {
 *     …
 * }
 * }</pre>
 */
public final class ContextBuilder {
    private final SocketDefaults sockets = new SocketDefaults();
    private ContextSettings settings = ContextSettings.standard();

    ContextBuilder() {}

    /**
     * The context's name, with which the names of its threads begin; default {@code zmq4j}.
     *
     * @param name 1 to 100 characters, none of them a control character
     */
    public ContextBuilder name(String name) {
        settings = settings.withName(name);
        return this;
    }

    /** How many I/O loops there are, among which sockets are dealt out: 1 to 64; default 1, which is enough for almost everybody. */
    public ContextBuilder ioLoops(int ioLoops) {
        settings = settings.withIoLoops(ioLoops);
        return this;
    }

    /**
     * Sets what options new sockets begin with. An option counts for the sockets that have it, whatever their type; each socket may be
     * given another value. The sockets that the library opens for itself are not concerned. Called at once.
     *
     * @throws IllegalArgumentException if a value is not allowed; its message names the option, the value and what is allowed
     */
    public ContextBuilder sockets(Consumer<SocketDefaults> defaults) {
        Objects.requireNonNull(defaults, "defaults").accept(sockets);
        return this;
    }

    /**
     * Makes the context's threads: one for each I/O loop, workers, and one for each listener and started proxy. They keep the names
     * that they are made with, and keep the program from ending if they are no daemons. Default: daemons, such as
     * {@code prices-loop-0} and {@code prices-worker}.
     *
     * <p>Where it throws, or gives null, what needed the thread fails or is tried again, as if the system had no thread left. A loop
     * wants a platform thread: a virtual one would keep its carrier.
     */
    public ContextBuilder threadFactory(ThreadFactory threadFactory) {
        settings = settings.withThreads(Objects.requireNonNull(threadFactory, "threadFactory"));
        return this;
    }

    /**
     * Completes futures, and so runs what hangs on them, calls the handlers of {@link Receiver#onMessage(MessageHandler)}, and looks
     * names up. It is the caller's own and is never shut down here; it
     * should work until the context is closed. What it refuses, by an exception, the context's own workers do. If it has more than one
     * thread, futures may be completed in another order than they were served; if it runs tasks in the thread that gives them, a
     * look-up holds up an I/O loop. Default: the context's workers, as many as there is work for, in order.
     */
    public ContextBuilder executor(Executor executor) {
        settings = settings.withExecutor(Objects.requireNonNull(executor, "executor"));
        return this;
    }

    /**
     * Whether the context says by itself in the log, through {@link System.Logger}, what an application ought to know: endpoints that
     * cannot be connected, peers of the wrong type, dropped messages, a close that waits, sockets that were never closed, handlers that
     * failed. Each once, then seldom; loggers {@code io.zmq4j.connection}, {@code .drop}, {@code .close}, {@code .leak} and {@code
     * .handler}, mostly at WARNING. Default: true, unless the system property {@code io.zmq4j.warnings} is {@code false}.
     */
    public ContextBuilder warnings(boolean warnings) {
        settings = settings.withWarnings(warnings);
        return this;
    }

    /** A context with what was said so far. */
    public Context build() {
        return new Context(new ContextCore(settings.withSockets(sockets.values())));
    }
}
