package io.zmq4j.discovery.asking;

import io.zmq4j.event.Registration;
import io.zmq4j.transport.spi.DirectoryListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question again and again in a thread of its own, and tells a listener what has changed.
 *
 * <p>That nobody is there is believed when it is said twice in a row: it is also what a name service says that has just been started, or
 * that one server of several says which lags behind, and to disconnect from everybody would cost subscribers what is published
 * meanwhile.
 */
public final class Asker implements Registration, Runnable {
    private static final int NOBODY_IS_BELIEVED = 2;

    private final Question question;
    private final DirectoryListener listener;
    private final Pace pace;
    private final Thread thread;
    private volatile boolean isClosed;

    // ---- the thread's

    private @Nullable List<String> told;
    private int nobody;

    private Asker(String name, Question question, Period period, DirectoryListener listener) {
        this.question = question;
        this.listener = listener;
        this.pace = new Pace(period, () -> ThreadLocalRandom.current().nextDouble());
        this.thread = new Thread(this, "zmq4j-directory-" + name);
        thread.setDaemon(true);
    }

    /** Begins; {@code name} is for the thread. */
    public static Registration start(String name, Question question, Period period, DirectoryListener listener) {
        var asker = new Asker(name, question, period, listener);
        asker.thread.start();
        return asker;
    }

    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        while (!isClosed) {
            rest(askOnce());
        }
    }

    /** How long to wait until the next time. */
    private Duration askOnce() {
        try {
            return hear(question.ask());
        } catch (IOException | RuntimeException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return fail("out of memory");
        }
    }

    private Duration hear(Answer answer) {
        String why = answer.nobody();
        if (why == null || !answer.endpoints().isEmpty()) {
            nobody = 0;
            tell(answer.endpoints());
            return pace.afterAnswer(answer.validFor());
        }
        if (++nobody == NOBODY_IS_BELIEVED) {
            tell(List.of());
        }
        return fail(why);
    }

    private void tell(List<String> endpoints) {
        if (!isClosed && !endpoints.equals(told)) {
            told = endpoints;
            listener.found(endpoints);
        }
    }

    private Duration fail(String why) {
        Duration wait = pace.afterFailure();
        if (!isClosed) {
            // What is found next is news, be it the same as before.
            told = null;
            listener.failed(why, wait);
        }
        return wait;
    }

    /** Ends early with an interrupt, which only {@link #close} sends. */
    private void rest(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0 && !isClosed; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }
}
