package io.zmq4j;

import io.zmq4j.message.Message;
import io.zmq4j.socket.Serving;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Server} works; set in the function that is given to {@code serve}, and without effect after that.
 *
 * <pre>{@code
 * router.serve(request -> Message.of(lookUp(request.text())), it -> it
 *         .concurrency(1_000)
 *         .onError((request, failure) -> Message.of("", failure instanceof NotFound ? "not found" : "error")));
 * }</pre>
 */
public final class ServerOptions {
    /** How many handlers of a ROUTER or SERVER run at once at most: 256. */
    public static final int CONCURRENCY = 256;

    private static final Message ERROR = Message.of("", "error");

    private final Serving.Way way;
    private int concurrency;
    private @Nullable Executor executor;
    private BiFunction<Message, Throwable, @Nullable Message> onError;

    private ServerOptions(Serving.Way way) {
        this.way = way;
        this.concurrency = isOneAtATime() ? 1 : CONCURRENCY;
        Message error = way == Serving.Way.BY_NUMBER ? Message.empty() : ERROR;
        this.onError = (request, failure) -> error;
    }

    private boolean isOneAtATime() {
        return way == Serving.Way.IN_TURN;
    }

    static Serving serving(Socket owner, Handler handler, Consumer<ServerOptions> settings, Serving.Way way) {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(settings, "settings");
        var options = new ServerOptions(way);
        settings.accept(options);
        return new Serving(
                owner,
                way,
                handler::handle,
                options.onError,
                (failure, count) -> HandlerLog.tell(
                        owner,
                        count,
                        "a handler of the " + owner.type() + " at " + owner.lastEndpoint() + " failed",
                        failure),
                options.concurrency,
                options.executor);
    }

    /**
     * Sets how many handlers run at once at most; {@link #CONCURRENCY} unless it is set. While so many run, nothing is read, and
     * what comes waits in the socket's queue and in front of it.
     *
     * @throws IllegalArgumentException if it is less than 1; or more, on a REP
     */
    public ServerOptions concurrency(int handlers) {
        if (handlers < 1 || (isOneAtATime() && handlers > 1)) {
            throw new IllegalArgumentException("handlers is " + handlers + ": "
                    + (isOneAtATime()
                            ? "a REP answers one request after the other; use a ROUTER"
                            : "at least 1 is allowed"));
        }
        concurrency = handlers;
        return this;
    }

    /**
     * Sets where the handlers of a ROUTER or SERVER run. Unless it is set, each runs in a virtual thread where the JDK has them (21 and
     * later), else in a thread of the context. It is not shut down with the server; a request that it does not take is handled by
     * the thread that reads. Stop the server before it: one that takes a request and drops it, as {@code shutdownNow} does, keeps its place, and
     * the server waits for its end.
     *
     * @throws IllegalArgumentException on a REP, whose handler runs in the thread that reads
     */
    public ServerOptions executor(Executor threads) {
        Objects.requireNonNull(threads, "threads");
        if (isOneAtATime()) {
            throw new IllegalArgumentException(
                    "threads is " + threads + ": the handler of a REP runs in the thread that reads; use a ROUTER");
        }
        executor = threads;
        return this;
    }

    /**
     * Sets what is answered when a handler fails, from the request's body and what was thrown; null for no answer. Unless it is
     * set, the answer is {@code ["", "error"]}, whatever was thrown: its text is for the log, not for strangers, and a first frame
     * that is empty is not taken for data by mistake. A SERVER, whose messages have one frame, answers with an empty one.
     */
    public ServerOptions onError(BiFunction<Message, Throwable, @Nullable Message> reply) {
        onError = Objects.requireNonNull(reply, "reply");
        return this;
    }
}
