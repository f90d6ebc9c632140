package io.zmq4j.loop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A step that a loop takes with its token held, whatever is short at the moment: to post it allocates nothing, and a step
 * that fails for want of something is taken again after a rest. For everything that must happen, such as the end of a
 * connection.
 *
 * <pre>
 *               post                begins
 *   IDLE ──────────────► POSTED ──────────────► IDLE
 *                          ▲                     │ an Error, such as OutOfMemoryError
 *                          └──rest is over── RESTING
 * </pre>
 *
 * <p>A step looks at the state it finds, and may be taken once for several posts: after each post, at least one step begins.
 */
public final class Chore {
    /** What a step throws that found something short and is to be taken again after a rest; nothing is logged. */
    @SuppressWarnings("StaticAssignmentOfThrowable") // where it is thrown there may be no memory for another
    public static final Error AGAIN = new Again();

    private static final VarHandle POSTED;

    static {
        try {
            POSTED = MethodHandles.lookup().findVarHandle(Chore.class, "posted", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final class Again extends Error {
        private static final long serialVersionUID = 1;

        Again() {
            super("taken again after a rest", null, false, false);
        }
    }

    private final Runnable step;
    private volatile @Nullable Loop loop;

    /** Posted or resting, and not begun. */
    @SuppressWarnings("unused")
    private boolean posted;

    /** The chore below this one on the stack of those that are posted, or behind it in the list of those that rest. */
    @Nullable
    Chore next;

    // ---- owned by the token

    /** In a row. */
    private int failures;

    private long restEnds;
    private boolean cancelled;

    /** One that has no loop yet: for what wants none unless something goes wrong, and must not be made only then. */
    public Chore(Runnable step) {
        this.step = step;
    }

    Chore(Loop loop, Runnable step) {
        this.step = step;
        this.loop = loop;
    }

    /** Has the step taken, by this loop from now on: at once if its token is free, else by its holder, soon. Any thread. */
    public void postTo(Loop by) {
        loop = by;
        by.post(this);
    }

    /** Has the step taken by its loop, if it has one. Any thread. */
    public void post() {
        Loop by = loop;
        if (by != null) {
            by.post(this);
        }
    }

    /** As {@link #post}, but taken in a later round, never from inside here: for one that is in the middle of something. */
    public void note() {
        Loop by = loop;
        if (by != null) {
            by.note(this);
        }
    }

    /** Marks it as posted; false if it is so already. Any thread. */
    boolean setPosted() {
        return POSTED.compareAndSet(this, false, true);
    }

    // ---- token held

    /** Begins: what is posted from now on makes another step. Throws whatever the step throws. */
    void run() {
        POSTED.setVolatile(this, false);
        if (!cancelled) {
            step.run();
        }
        failures = 0;
    }

    /** It failed: rests until then, or is posted again already and needs no rest. */
    boolean rest(long now) {
        restEnds = now + Chores.restNanos(failures);
        failures++;
        return setPosted();
    }

    long restEnds() {
        return restEnds;
    }

    /** It is not wanted any more. */
    void cancel() {
        cancelled = true;
    }
}
