package io.zmq4j.spring.listener;

import io.zmq4j.Consumption;
import io.zmq4j.MessageHandler;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.Server;
import io.zmq4j.ServerOptions;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A method and its socket. Begins and stops any number of times; what comes in between stays with the socket.
 *
 * <p>On a REP or ROUTER it is a {@link Server}, on all others a {@link Consumption}.
 */
final class Listener {
    /** What ends a listener that runs. */
    private interface Running {
        boolean stop(Duration grace);
    }

    private final ListenerMethod method;
    private final Socket socket;
    private final Failures failures;
    private final int concurrency;
    private final Executor threads;

    private @Nullable Running running;

    /**
     * What is to be begun.
     *
     * @param concurrency 0 for what is usual for such a socket
     * @param threads where calls are made if there may be several at once
     * @throws IllegalArgumentException if such a socket cannot do that
     */
    Listener(ListenerMethod method, Socket socket, Failures failures, int concurrency, Executor threads) {
        this.method = method;
        this.socket = socket;
        this.failures = failures;
        this.concurrency = concurrency == 0 ? usualConcurrency(socket) : concurrency;
        this.threads = threads;
        if (!(socket instanceof ReceivingSocket)) {
            throw new IllegalArgumentException("a " + socket.type() + " receives nothing");
        }
        if (socket instanceof ReqSocket) {
            throw new IllegalArgumentException("a REQ receives replies alone: ask with ZmqTemplate.request");
        }
        if (!isServed() && !method.returnsNothing()) {
            throw new IllegalArgumentException("it returns something, which a " + socket.type()
                    + " cannot send back: make it void, or use a REP or ROUTER");
        }
        if (socket instanceof RepSocket && this.concurrency > 1) {
            throw new IllegalArgumentException("concurrency is " + concurrency
                    + ": a REP answers one request after the other; use a ROUTER, to which clients look the same");
        }
    }

    private static int usualConcurrency(Socket socket) {
        return socket instanceof RouterSocket ? ServerOptions.CONCURRENCY : 1;
    }

    private boolean isServed() {
        return socket instanceof RepSocket || socket instanceof RouterSocket;
    }

    /** Takes messages from now on; without effect if it does already. */
    synchronized void start() {
        if (running != null) {
            return;
        }
        if (socket instanceof RepSocket rep) {
            running = rep.serve(method::call, it -> it.onError(failures::failed))::stop;
        } else if (socket instanceof RouterSocket router) {
            Consumer<ServerOptions> settings =
                    it -> it.concurrency(concurrency).executor(threads).onError(failures::failed);
            running = router.serve(method::call, settings)::stop;
        } else {
            running = consume((ReceivingSocket) socket);
        }
    }

    private Running consume(ReceivingSocket receiver) {
        if (concurrency == 1) {
            return receiver.onMessage(method::call, failures::failed)::stop;
        }
        var crew = new Crew(this::handle, threads, concurrency);
        MessageHandler handler = crew;
        Consumption consumption = receiver.onMessage(handler, failures::failed);
        return grace -> {
            long began = System.nanoTime();
            boolean isOver = consumption.stop(grace);
            Duration left = grace.minusNanos(System.nanoTime() - began);
            return crew.awaitEnd(left.isNegative() ? Duration.ZERO : left) && isOver;
        };
    }

    private void handle(Message message) {
        try {
            method.call(message);
        } catch (Throwable e) {
            failures.failed(message, e);
        }
    }

    /** Takes no more, waits for the calls under way, and interrupts those that take longer; true if none did. */
    boolean stop(Duration grace) {
        Running ending;
        synchronized (this) {
            ending = running;
            running = null;
        }
        return ending == null || ending.stop(grace);
    }

    Socket socket() {
        return socket;
    }

    /** How many messages it could not deal with. */
    long failed() {
        return failures.count();
    }

    /** The method, for people. */
    @Override
    public String toString() {
        return method.toString();
    }
}
