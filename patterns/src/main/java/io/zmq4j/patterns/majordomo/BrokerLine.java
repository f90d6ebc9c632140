package io.zmq4j.patterns.majordomo;

import io.zmq4j.DealerSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A worker's connection to its broker, from READY until one of them leaves: a socket and the dialog on it. Safe for any thread: one
 * talks to the broker, another one replies, a third one may end it.
 */
final class BrokerLine implements AutoCloseable {
    /** How often it is looked whether a broker that has taken no more takes something again. */
    private static final long ROOM_LOOK = TimeUnit.MILLISECONDS.toNanos(1);

    private final DealerSocket dealer;

    /** Guarded by this. */
    private final WorkerDialog dialog;

    BrokerLine(DealerSocket dealer, String service, WorkerOptions options) {
        this.dealer = dealer;
        this.dialog = new WorkerDialog(
                options.version, service, options.heartbeatNanos, options.liveness, dealer::trySend, System.nanoTime());
    }

    /** Does what is due; false if it is over. One that stops leaves as soon as it has no work. */
    synchronized boolean isGoingOn(boolean isStopping) {
        long now = System.nanoTime();
        if (isStopping && dialog.state() == WorkerDialog.State.IDLE) {
            dialog.leave(now);
        }
        dialog.onTime(now);
        return dialog.state() != WorkerDialog.State.LOST;
    }

    /** Waits for a request until something else is due, or for so long; null if none came. */
    @Nullable
    Message nextRequest(long atMostNanos) {
        Message message = receive(Math.min(untilDue(), atMostNanos));
        if (message == null) {
            return null;
        }
        synchronized (this) {
            return dialog.onMessage(message, System.nanoTime());
        }
    }

    private synchronized long untilDue() {
        return Math.max(0, dialog.nextTime() - System.nanoTime());
    }

    private @Nullable Message receive(long nanos) {
        try {
            return dealer.receive(Duration.ofNanos(nanos)).orElse(null);
        } catch (WaitInterruptedException e) {
            // By who stops the worker: nobody else has this thread.
            Thread.interrupted();
            return null;
        }
    }

    /**
     * Sends the reply to the request that is worked on, or a part of it; waits while there is no room for it.
     *
     * @return false if the broker is lost, and nobody wants it
     */
    boolean reply(ReplyPart part, Message body) {
        try {
            while (!isLost()) {
                if (tryReply(part, body)) {
                    return true;
                }
                LockSupport.parkNanos(ROOM_LOOK);
            }
        } catch (SocketClosedException e) {
            // With the context.
        }
        return false;
    }

    private synchronized boolean tryReply(ReplyPart part, Message body) {
        return dialog.state() != WorkerDialog.State.LOST && dialog.reply(part, body, System.nanoTime());
    }

    synchronized boolean isLost() {
        return dialog.state() == WorkerDialog.State.LOST || dealer.isClosed();
    }

    /** Whatever is under way: the broker gives it to another worker. */
    synchronized void leave() {
        if (!dealer.isClosed()) {
            dialog.leave(System.nanoTime());
            dealer.close();
        }
    }

    boolean isClosed() {
        return dealer.isClosed();
    }

    @Override
    public void close() {
        dealer.close();
    }
}
