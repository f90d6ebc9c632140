package io.zmq4j.patterns.delivery;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.delivery.protocol.Distribution;
import io.zmq4j.patterns.delivery.protocol.Flush;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a sender has accepted and nobody has acknowledged yet, and who waits for room, or for all of it. Safe for any thread. */
final class Outstanding {
    private final ReentrantLock lock;
    private final Condition acknowledged;
    private final Distribution distribution;
    private final Callbacks callbacks;
    private final BooleanSupplier isEnded;
    private volatile boolean isClosed;
    private long acknowledgedSeen;

    /**
     * Of a sender that is open.
     *
     * @param lock guards the distribution as well
     * @param isEnded whether the sender's thread, or its context, has ended
     */
    Outstanding(ReentrantLock lock, Distribution distribution, Callbacks callbacks, BooleanSupplier isEnded) {
        this.lock = lock;
        this.acknowledged = lock.newCondition();
        this.distribution = distribution;
        this.callbacks = callbacks;
        this.isEnded = isEnded;
    }

    void checkOpen() {
        if (isClosed || isEnded.getAsBoolean()) {
            throw new SocketClosedException("this sender, or its context, is closed");
        }
    }

    /** What became of a message. */
    enum Outcome {
        NO_ROOM,
        ACCEPTED,
        /** And there is no room for another one. */
        ACCEPTED_LAST
    }

    Outcome accept(Message message, Duration timeout, @Nullable CompletableFuture<Void> acknowledgement) {
        long size = message.size();
        lock.lock();
        try {
            checkOpen();
            if (!distribution.hasRoom(size) && !awaitRoom(size, new Patience(timeout))) {
                return Outcome.NO_ROOM;
            }
            distribution.accept(message, size, acknowledgement);
            return distribution.isFull() ? Outcome.ACCEPTED_LAST : Outcome.ACCEPTED;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitRoom(long size, Patience patience) {
        while (!distribution.hasRoom(size)) {
            if (patience.isOver()) {
                return false;
            }
            patience.await(acknowledged, "room in the window");
            checkOpen();
        }
        return true;
    }

    /** Waits until all that was accepted before is acknowledged. */
    boolean flush(Duration timeout) {
        lock.lock();
        try {
            checkOpen();
            return awaitAll(timeout);
        } finally {
            lock.unlock();
        }
    }

    /** Accepts nothing more; waits as {@link #flush}. */
    void close(Duration timeout) {
        lock.lock();
        try {
            isClosed = true;
            acknowledged.signalAll();
            if (!isEnded.getAsBoolean()) {
                awaitAll(timeout);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitAll(Duration timeout) {
        Flush flush = distribution.flush();
        var patience = new Patience(timeout);
        try {
            while (!flush.isDone()) {
                if (patience.isOver()) {
                    return false;
                }
                patience.await(acknowledged, "acknowledgements");
                if (isEnded.getAsBoolean()) {
                    throw new SocketClosedException("this sender's context is closed");
                }
            }
            return true;
        } finally {
            distribution.forget(flush);
        }
    }

    /** Tells who waits; called with the lock, in the sender's thread, after each of its steps. */
    void changed() {
        if (isEnded.getAsBoolean()) {
            acknowledged.signalAll();
            callbacks.complete(
                    distribution.abandon(),
                    new SocketClosedException("this sender was closed before an acknowledgement came"));
            return;
        }
        if (distribution.acknowledged() != acknowledgedSeen) {
            acknowledgedSeen = distribution.acknowledged();
            acknowledged.signalAll();
            callbacks.complete(settled(), null);
        }
    }

    private List<CompletableFuture<Void>> settled() {
        var futures = new ArrayList<CompletableFuture<Void>>();
        for (CompletableFuture<Void> future; (future = distribution.pollSettled()) != null; ) {
            futures.add(future);
        }
        return futures;
    }
}
