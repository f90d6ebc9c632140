package io.zmq4j;

import io.zmq4j.socket.ServerCore;
import java.time.Duration;
import java.util.Objects;

/**
 * Answers what comes to a REP, ROUTER or SERVER, in threads of the context, from {@link RepSocket#serve(Handler)}, {@link
 * RouterSocket#serve(Handler)} or {@link ServerSocket#serve(Handler)} on, until it is stopped, or the socket or context is closed. Every method is safe for any
 * thread.
 *
 * <pre>{@code
 * try (var context = Context.create(); var router = context.router()) {
 *     router.bind("tcp://*:5555");
 *     router.serve(request -> Message.of("Hello, " + request.text())).await();
 * }
 * }</pre>
 *
 * <p>Whatever a handler does, the server goes on. One that throws is counted ({@link Socket#drops}, {@code HANDLER_FAILED}),
 * logged as {@code io.zmq4j.handler} with its stack (the first, the tenth, the hundredth and so on), and answered as {@link ServerOptions#onError} says.
 * A reply that cannot be sent, as the one who asked is gone, is counted as {@code REQUESTER_GONE}, or by the socket. Where a reply waits for
 * room, as one of a SERVER does, it waits as long as SNDTIMEO says, a second if that is endless; then it is dropped, and so are others for
 * the same peer until one finds room at once: {@code QUEUE_FULL}. So one that asks and does not read holds up nobody else for long.
 *
 * <p>As long as a server runs, what comes to its socket is for the server: do not receive there.
 */
public final class Server implements AutoCloseable {
    /** How long {@link #close()} waits for handlers: 10 seconds. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    private final ServerCore core;

    Server(ServerCore core) {
        this.core = core;
    }

    /**
     * Takes no more requests, waits until the handlers that run have ended and their replies are queued, and then interrupts those
     * that have not. What was not read stays with the socket, which may be served again. A handler that calls this is not waited
     * for; an interrupt of the caller ends the waiting as if the time had passed, and its flag stays set.
     *
     * @param grace how long to wait; negative for as long as it takes
     * @return whether all handlers had ended in time
     */
    public boolean stop(Duration grace) {
        return core.stop(Objects.requireNonNull(grace, "grace"));
    }

    /** As {@link #stop(Duration)} with {@link #GRACE}. */
    @Override
    public void close() {
        stop(GRACE);
    }

    /**
     * Waits until the server has stopped and its last handler has ended.
     *
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     * @throws io.zmq4j.error.SocketStateException if a handler of this server calls it
     */
    public void await() {
        core.await();
    }

    /** Whether it has stopped and its last handler has ended. */
    public boolean hasEnded() {
        return core.hasEnded();
    }

    /** What it has done so far. */
    public ServerStatistics stats() {
        return new ServerStatistics(core.served(), core.failed(), core.running());
    }
}
