package io.zmq4j.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One schedule of one scenario. Its threads are real, but only the one whose turn it is runs: at each step that others
 * could see (a volatile access, an atomic operation, a lock, a park, a select) it asks the {@link Strategy} who is next.
 * So memory is sequentially consistent here; what only a weaker one can show is for {@link Litmus}.
 *
 * <p>Time is the trial's own: a few nanoseconds a step, and if everybody waits, on to the first deadline. A wake-up that is
 * lost therefore shows as time that passed, or, where nobody would have come to look, as threads that all wait.
 */
public final class Trial {
    private static final int STEP_NANOS = 20;
    private static final int MOST_STEPS = 60_000;
    private static final int TOLD_STEPS = 120;
    private static final long WATCHDOG_SECONDS = 30;
    /** A thread that parks may wake for no reason. */
    private static final int SPURIOUS_ONCE_IN = 64;

    private static final int TIME_PASSES_ONCE_IN = 128;

    private final long seed;
    private final Strategy strategy;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Task> tasks = new ArrayList<>();
    private final List<Task> ready = new ArrayList<>();
    private final List<ModelSelector> selectors = new ArrayList<>();
    private int[] steps = new int[1024];
    private int stepCount;
    private long nanos;
    private boolean timePasses;
    private Failure failure;
    private volatile boolean ending;

    Trial(long seed) {
        this.seed = seed;
        strategy = new Strategy(seed);
    }

    // ---- from outside

    /** Plays what is made inside of it; the failure or null. */
    Failure run(Callable<Scenario> scenario) throws InterruptedException {
        var main = new ControlledThread(
                () -> {
                    try {
                        scenario.call().play(this);
                    } catch (TrialEnded e) {
                        throw e;
                    } catch (Throwable e) {
                        fail(text(e));
                    }
                    finish();
                },
                "main");
        Task first = enter(main);
        main.start();
        first.turn.release();
        if (!over.await(WATCHDOG_SECONDS, TimeUnit.SECONDS)) {
            failure = new Failure(seed, "a thread blocks where the scheduler does not see it", whereabouts());
        }
        ending = true;
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            task.turn.release();
            task.thread.join(TimeUnit.SECONDS.toMillis(2));
        }
        return failure;
    }

    int stepCount() {
        return stepCount;
    }

    /** What was done by whom, in order. */
    int[] steps() {
        return Arrays.copyOf(steps, stepCount);
    }

    // ---- for scenarios

    /** Starts another thread. */
    public Thread start(String name, Body body) {
        var thread = new ControlledThread(
                () -> {
                    try {
                        body.run();
                    } catch (TrialEnded e) {
                        throw e;
                    } catch (Throwable e) {
                        throw fail(name + ": " + text(e));
                    }
                },
                name);
        start(me(), thread);
        return thread;
    }

    /** What a thread does. */
    public interface Body {
        void run() throws Exception;
    }

    public void join(Thread... threads) {
        for (Thread thread : threads) {
            join(me(), (ControlledThread) thread);
        }
    }

    /** Since the beginning, in the trial's own time. */
    public long nanos() {
        return nanos;
    }

    /** From now on deadlines may pass while there are threads that could run. */
    public void letTimePass() {
        timePasses = true;
    }

    /** The selectors that were opened, in order. */
    public ModelSelector selector(int index) {
        return selectors.get(index);
    }

    public void check(boolean holds, String otherwise) {
        if (!holds) {
            throw fail(otherwise);
        }
    }

    /** What must have happened without anybody waiting for a deadline. */
    public void checkNoTimePassed(String otherwise) {
        check(nanos < TimeUnit.MILLISECONDS.toNanos(10), otherwise + ", after " + nanos / 1000 + " µs");
    }

    // ---- for hooks and models; with the turn

    private static Task me() {
        return ControlledThread.current();
    }

    Task enter(ControlledThread thread) {
        var task = new Task(this, thread, tasks.size());
        task.priority = strategy.newPriority();
        thread.task = task;
        tasks.add(task);
        return task;
    }

    void opened(ModelSelector selector) {
        selectors.add(selector);
    }

    /** A step that others may see comes next. */
    void step(Task me, int site) {
        checkEnd();
        note(me, site);
        nanos += STEP_NANOS;
        if (timePasses && strategy.once(TIME_PASSES_ONCE_IN)) {
            passTime();
        }
        turnTo(me, pick(me));
    }

    private void note(Task me, int site) {
        if (stepCount == MOST_STEPS) {
            throw fail("no end in sight after " + stepCount + " steps");
        }
        if (stepCount == steps.length) {
            steps = Arrays.copyOf(steps, 2 * stepCount);
        }
        steps[stepCount++] = me.number << 24 | site;
    }

    void yield(Task me) {
        checkEnd();
        strategy.giveWay(me);
        turnTo(me, pick(me));
    }

    /** Waits until it is woken or the time has come. */
    void block(Task me, Object waitsFor, long deadline) {
        checkEnd();
        me.state = Task.State.BLOCKED;
        me.waitsFor = waitsFor;
        me.deadline = deadline;
        turnTo(me, pick(me));
        me.deadline = Task.NEVER;
    }

    long deadline(long inNanos) {
        return inNanos >= Task.NEVER - nanos ? Task.NEVER : nanos + inNanos;
    }

    private Task pick(Task me) {
        while (true) {
            ready.clear();
            for (Task task : tasks) {
                if (task.state == Task.State.READY) {
                    ready.add(task);
                }
            }
            if (!ready.isEmpty()) {
                return strategy.next(me, ready);
            }
            if (!passTime()) {
                me.state = Task.State.READY;
                throw fail("everybody waits, and nobody will ever come");
            }
        }
    }

    /** Goes on to the first deadline; false if there is none. */
    private boolean passTime() {
        long first = Task.NEVER;
        for (Task task : tasks) {
            if (task.state == Task.State.BLOCKED) {
                first = Math.min(first, task.deadline);
            }
        }
        if (first == Task.NEVER) {
            return false;
        }
        nanos = Math.max(nanos, first);
        for (Task task : tasks) {
            if (task.deadline <= nanos) {
                task.wake();
            }
        }
        return true;
    }

    private void turnTo(Task me, Task next) {
        if (next != me) {
            next.turn.release();
            if (me.state != Task.State.DONE) {
                me.turn.acquireUninterruptibly();
                checkEnd();
            }
        }
    }

    void park(Task me, long inNanos) {
        if (me.permit || me.thread.isInterrupted() || strategy.once(SPURIOUS_ONCE_IN)) {
            me.permit = false;
        } else if (inNanos > 0) {
            block(me, "a permit", deadline(inNanos));
            me.permit = false;
        }
    }

    void unpark(Task task) {
        task.permit = true;
        if (task.waitsFor.equals("a permit")) {
            task.wake();
        }
    }

    void start(Task me, ControlledThread thread) {
        enter(thread);
        thread.start();
        yieldMaybe(me);
    }

    private void yieldMaybe(Task me) {
        checkEnd();
        turnTo(me, pick(me));
    }

    void join(Task me, ControlledThread thread) {
        while (thread.task.state != Task.State.DONE) {
            block(me, thread, Task.NEVER);
        }
    }

    /** The whole life of a thread of the trial. */
    void runToTheEnd(Task task, Runnable body) {
        task.turn.acquireUninterruptibly();
        if (ending) {
            return;
        }
        try {
            body.run();
        } catch (TrialEnded e) {
            return;
        } catch (Throwable e) {
            try {
                throw fail(task + ": " + text(e));
            } catch (TrialEnded ended) {
                return;
            }
        }
        task.state = Task.State.DONE;
        tasks.stream().filter(each -> each.waitsFor == task.thread).forEach(Task::wake);
        if (!ending) {
            try {
                turnTo(task, pick(task));
            } catch (TrialEnded e) {
                // The last one is gone.
            }
        }
    }

    /** Something is wrong; to be thrown. */
    TrialEnded fail(String what) {
        if (!ending && failure == null) {
            failure = new Failure(seed, what, whereabouts() + lastSteps());
        }
        finish();
        return new TrialEnded();
    }

    private void finish() {
        ending = true;
        over.countDown();
    }

    private void checkEnd() {
        if (ending) {
            throw new TrialEnded();
        }
    }

    boolean isEnding() {
        return ending;
    }

    // ---- telling

    private static String text(Throwable e) {
        return e
                + Arrays.stream(e.getStackTrace())
                        .limit(12)
                        .map(frame -> "\n        at " + frame)
                        .collect(Collectors.joining());
    }

    private String whereabouts() {
        var text = new StringBuilder();
        for (Task task : tasks) {
            text.append("  ").append(task).append(": ").append(task.state);
            if (task.state == Task.State.BLOCKED) {
                text.append(", waits for ").append(task.waitsFor);
            }
            if (task.state != Task.State.DONE) {
                Arrays.stream(task.thread.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.zmq4j.")
                                && !frame.getClassName().startsWith("io.zmq4j.stress."))
                        .limit(6)
                        .forEach(frame -> text.append("\n      at ").append(frame));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String lastSteps() {
        var text = new StringBuilder();
        int before = -1;
        for (int i = Math.max(0, stepCount - TOLD_STEPS); i < stepCount; i++) {
            int number = steps[i] >>> 24;
            if (number != before) {
                text.append("  ").append(tasks.get(number)).append('\n');
                before = number;
            }
            text.append("      ").append(Sites.text(steps[i] & 0xffffff)).append('\n');
        }
        return text.toString();
    }
}
