package io.zmq4j.patterns.majordomo;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a worker's thread does: it talks to the broker, and when that is lost, looks for it again. Ended by any thread. */
final class WorkerLoop implements Runnable {
    /** How often a worker that stops looks whether its handler is done. */
    private static final long STOPPING_LOOK = TimeUnit.MILLISECONDS.toNanos(10);

    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Context context;
    private final String endpoint;
    private final String service;
    private final WorkerOptions options;
    private final Handling handling;
    private final AtomicLong dialogs = new AtomicLong();

    private volatile boolean isStopping;
    private volatile BrokerLine line;

    /** Connects. */
    WorkerLoop(Context context, String endpoint, String service, WorkerOptions options, Handling handling) {
        this.context = context;
        this.endpoint = endpoint;
        this.service = service;
        this.options = options;
        this.handling = handling;
        this.line = open();
    }

    private BrokerLine open() {
        DealerSocket fresh = context.dealer().named("majordomo " + service).linger(LINGER);
        boolean isOpen = false;
        try {
            options.socket.accept(fresh);
            fresh.connect(endpoint);
            var opened = new BrokerLine(fresh, service, options);
            dialogs.incrementAndGet();
            isOpen = true;
            return opened;
        } finally {
            if (!isOpen) {
                fresh.close();
            }
        }
    }

    @Override
    public void run() {
        try {
            while (!isStopping) {
                long began = System.nanoTime();
                if (line.isClosed()) {
                    line = open();
                }
                converse(line);
                pause(began + options.reconnectNanos - System.nanoTime());
            }
        } catch (SocketClosedException | WaitInterruptedException e) {
            // The context was closed.
        } finally {
            giveUp();
        }
    }

    private void converse(BrokerLine begun) {
        try (begun) {
            while (begun.isGoingOn(isStopping)) {
                Message request = begun.nextRequest(isStopping ? STOPPING_LOOK : Long.MAX_VALUE);
                if (request != null) {
                    handling.begin(begun, request);
                }
            }
        } catch (SocketClosedException | RejectedExecutionException e) {
            // By who stops the worker, by a handler that has no reply, or with the context: then no other can be
            // opened.
        }
    }

    private void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        while (!isStopping && end - System.nanoTime() > 0) {
            if (context.isClosed()) {
                throw new SocketClosedException("the context is closed");
            }
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(100)));
            } catch (InterruptedException e) {
                // Whoever stops it has said so before.
            }
        }
    }

    /** From now on it takes no request, and ends when it has answered the one it has. Its thread is interrupted after this. */
    void stop() {
        isStopping = true;
    }

    /** Leaves before it interrupts the handler: what an interrupted handler says of a request is no reply to it. */
    void giveUp() {
        line.leave();
        handling.interrupt();
    }

    /** How often it registered with a broker. */
    long dialogs() {
        return dialogs.get();
    }
}
