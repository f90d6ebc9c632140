package io.zmq4j.notice;

import static java.lang.System.Logger.Level.WARNING;

import io.zmq4j.event.SocketEvent;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A context's voice in the log. Safe for any thread; a thread that does I/O only leaves word here, and a worker says it.
 *
 * <p>At most 20 lines a minute; the next line after that says how many were left out.
 */
public final class Notices {
    /** The system property that, set to {@code false}, silences the contexts that are not asked to speak. */
    private static final String PROPERTY = "io.zmq4j.warnings";

    /** What waits for the worker at most. It is of connections that fail: to miss one more is no loss. */
    private static final int MOST_WAITING = 1000;

    private record Heard(SocketNotices about, SocketEvent event) {}

    private final boolean isSilent;
    private final Executor executor;
    private final Speaker speaker;
    private final LongSupplier clock;
    private final Allowance allowance;
    private final Runnable work = this::work;
    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean isWorking = new AtomicBoolean();

    /** {@code executor} takes turns that read no network and block on nothing but the log. */
    public Notices(boolean isWanted, Executor executor) {
        this(isWanted, executor, Speaker.LOG, System::nanoTime);
    }

    Notices(boolean isWanted, Executor executor, Speaker speaker, LongSupplier clock) {
        this.isSilent = !isWanted;
        this.executor = executor;
        this.speaker = speaker;
        this.clock = clock;
        this.allowance = new Allowance(clock.getAsLong());
    }

    /** Whether a context that is not told speaks: unless the system property says {@code false}. */
    public static boolean areWanted() {
        return !"false".equalsIgnoreCase(System.getProperty(PROPERTY));
    }

    /** Whether what happens for the count-th time is said: the first, the tenth, the hundredth and so on. */
    public static boolean isTold(long count) {
        long power = 1;
        while (power < count && power <= Long.MAX_VALUE / 10) {
            power *= 10;
        }
        return power == count;
    }

    /** Whether nothing is ever said. */
    public boolean isSilent() {
        return isSilent;
    }

    /** What one socket says; {@code title} names it. */
    public SocketNotices of(Supplier<String> title) {
        return new SocketNotices(this, title);
    }

    /** Says it now, in the caller's thread, if there may be another line. */
    public void say(Theme theme, System.Logger.Level level, String text, @Nullable Throwable cause) {
        if (isSilent || !allowance.takes(now())) {
            return;
        }
        sayLeftOut(theme);
        speak(theme, level, text, cause);
    }

    /** Throws nothing: a log that fails has nobody else to be told to, and what the caller is at counts for more. */
    private void speak(Theme theme, System.Logger.Level level, String text, @Nullable Throwable cause) {
        try {
            speaker.say(theme, level, text, cause);
        } catch (RuntimeException | Error e) {
            // Nor is there a way to say this.
        }
    }

    private void sayLeftOut(Theme theme) {
        long count = allowance.takeLeftOut();
        if (count > 0) {
            String text = Words.count(count, "more line") + " of this context " + (count == 1 ? "was" : "were")
                    + " left out: events and statistics have it all";
            speak(theme, WARNING, text, null);
        }
    }

    /** The context has ended: says how many lines were left out since the last one. */
    public void end() {
        sayLeftOut(Theme.CLOSE);
    }

    long now() {
        return clock.getAsLong();
    }

    /** A worker is to look at this. Never blocks. */
    void note(SocketNotices about, SocketEvent event) {
        if (waiting.get() >= MOST_WAITING) {
            return;
        }
        heard.add(new Heard(about, event));
        waiting.incrementAndGet();
        summon();
    }

    private void summon() {
        if (isWorking.compareAndSet(false, true)) {
            boolean isStarted = false;
            try {
                executor.execute(work);
                isStarted = true;
            } catch (RuntimeException | Error e) {
                // The context has ended, or there is no thread: the next event tries again.
            } finally {
                if (!isStarted) {
                    isWorking.set(false);
                }
            }
        }
    }

    private void work() {
        try {
            for (Heard next = heard.poll(); next != null; next = heard.poll()) {
                waiting.decrementAndGet();
                next.about.look(next.event);
            }
        } catch (OutOfMemoryError e) {
            // That line is not said.
        } finally {
            isWorking.set(false);
        }
        if (!heard.isEmpty()) {
            summon();
        }
    }
}
