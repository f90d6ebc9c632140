package io.zmq4j.spring.listener;

import io.zmq4j.MessageHandler;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Handles several messages at once, each in a thread of its own, and takes no more than that: who hands one over waits for a place.
 * So what comes meanwhile stays in the socket, and its peers feel it.
 */
final class Crew implements MessageHandler {
    private final Consumer<Message> work;
    private final Executor threads;
    private final int places;
    private final Semaphore free;
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();

    /** @param work throws nothing */
    Crew(Consumer<Message> work, Executor threads, int places) {
        this.work = work;
        this.threads = threads;
        this.places = places;
        this.free = new Semaphore(places);
    }

    @Override
    public void handle(Message message) throws InterruptedException {
        free.acquire();
        try {
            threads.execute(() -> run(message));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            run(message);
        }
    }

    private void run(Message message) {
        working.add(Thread.currentThread());
        try {
            work.accept(message);
        } finally {
            working.remove(Thread.currentThread());
            free.release();
        }
    }

    /** Waits until nobody works; interrupts those that still do when the time is over. Nothing may be handed over meanwhile. */
    boolean awaitEnd(Duration grace) {
        boolean isOver = false;
        try {
            isOver = free.tryAcquire(places, grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isOver) {
            working.forEach(Thread::interrupt);
        }
        return isOver;
    }
}
