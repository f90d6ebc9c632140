package io.zmq4j.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One schedule of one scenario. Its threads are real, but only the one whose turn it is runs: at each step that others
 * could see (a volatile access, an atomic operation, a lock, a park, a select), or with a coarse {@link Grain} at some of
 * them, it asks the {@link Strategy} who is next. So memory is sequentially consistent here; what only a weaker one can show
 * is for {@link Litmus}.
 *
 * <p>Time is the trial's own: a few nanoseconds a step, and if everybody waits, on to the first deadline. A wake-up that is
 * lost therefore shows as time that passed, or, where nobody would have come to look, as threads that all wait.
 */
public final class Trial {
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long WATCHDOG_SECONDS = 30;
    /** A thread that parks may wake for no reason. */
    private static final int SPURIOUS_ONCE_IN = 64;

    private static final int TIME_PASSES_ONCE_IN = 128;

    private final long seed;
    private final Grain grain;
    private final Strategy strategy;
    private final Story story = new Story();
    private final SplittableRandom random;
    private final Map<Object, Integer> identities = new IdentityHashMap<>();
    /** The clock's at the beginning. */
    private final long epoch;

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Task> tasks = new ArrayList<>();
    private final List<Task> ready = new ArrayList<>();
    private final List<ModelSelector> selectors = new ArrayList<>();
    private long steps;
    private long nanos;
    /** With a coarse grain: when the one whose turn it is asks next. */
    private long nextLook;

    private boolean timePasses;
    private Object world;
    private Failure failure;
    private volatile boolean ending;
    /** The one that ended the trial. */
    private Task last;

    Trial(long seed, Grain grain) {
        this.seed = seed;
        this.grain = grain;
        strategy = new Strategy(seed, grain);
        random = new SplittableRandom(~seed);
        epoch = grain == Grain.FINE ? 0 : epoch(random);
    }

    /** Any value is as good as another, for a clock that has no origin: also one from which it will overflow. */
    private static long epoch(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? Long.MAX_VALUE - random.nextLong(TimeUnit.SECONDS.toNanos(10))
                : random.nextLong();
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
        enter(main).carrier.giveTurn();
        if (!over.await(WATCHDOG_SECONDS, TimeUnit.SECONDS)) {
            failure = new Failure(seed, "a thread blocks where the scheduler does not see it", whereabouts());
            ending = true;
        } else {
            unwind();
        }
        return failure;
    }

    /** Lets every thread go, one after the other: first the one that has the turn, as it must not get another. */
    private void unwind() throws InterruptedException {
        last.gone.await();
        for (Task task : tasks) {
            if (task.gone.getCount() > 0) {
                task.carrier.giveTurn();
                task.gone.await();
            }
        }
    }

    /** Equal for two trials in which everybody did the same in the same order. */
    long fingerprint() {
        return story.fingerprint();
    }

    // ---- for scenarios

    /** The one that the calling thread belongs to. */
    public static Trial current() {
        return Carrier.task().trial;
    }

    /** Where everything comes from that is by chance. */
    public SplittableRandom random() {
        return random;
    }

    /** What surrounds the classes under test in this trial, for a model that has to find it. */
    public Object world() {
        return world;
    }

    public void world(Object surroundings) {
        world = surroundings;
    }

    /** A thread that does things at their time. */
    public Agenda agenda() {
        return new Agenda(this);
    }

    /** Waits for the time to pass. */
    public void sleep(long inNanos) {
        Task me = me();
        long until = deadline(inNanos);
        while (nanos < until) {
            block(me, "the time", until);
        }
    }

    /** Notes something that the one who reads of a failure wants to know. */
    public void tell(String what) {
        story.tell(nanos, Carrier.task(), what);
    }

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

    /** All other threads come to their end within this time. */
    public void checkNobodyIsLeft(long inNanos) {
        Task me = me();
        long until = deadline(inNanos);
        for (int i = 0; i < tasks.size(); i++) {
            Task other = tasks.get(i);
            while (other != me && other.state != Task.State.DONE) {
                check(nanos < until, () -> "the thread " + other + " is left");
                block(me, other.thread, until);
            }
        }
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

    public void check(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw fail(otherwise.get());
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
        story.pass(me, site);
        nanos += grain.stepNanos;
        if (++steps > grain.mostSteps) {
            throw fail("no end in sight after " + steps + " steps");
        }
        if (grain == Grain.FINE) {
            story.keep(me, site);
            if (timePasses && strategy.once(TIME_PASSES_ONCE_IN)) {
                passTime();
            }
            turnTo(me, pick(me));
        } else if (nanos >= nextLook) {
            look(me, site);
        }
    }

    private void look(Task me, int site) {
        story.keep(me, site);
        wakeDue();
        if (strategy.isStalled()) {
            block(me, "a processor", nanos + strategy.stall());
        } else {
            turnTo(me, pick(me));
        }
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
                if (grain == Grain.COARSE) {
                    nextLook = Math.min(nanos + strategy.slice(), firstDeadline());
                }
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
        long first = firstDeadline();
        if (first == Task.NEVER) {
            return false;
        }
        nanos = Math.max(nanos, first);
        if (nanos > MOST_NANOS) {
            throw fail("no end in sight after " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s");
        }
        wakeDue();
        return true;
    }

    private long firstDeadline() {
        long first = Task.NEVER;
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            if (task.state == Task.State.BLOCKED && task.deadline < first) {
                first = task.deadline;
            }
        }
        return first;
    }

    private void wakeDue() {
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            if (task.deadline <= nanos) {
                task.wake();
            }
        }
    }

    private void turnTo(Task me, Task next) {
        if (next != me) {
            next.carrier.giveTurn();
            if (me.state != Task.State.DONE) {
                me.carrier.awaitTurn();
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
        if (me.keepsTurn == 0) {
            checkEnd();
            turnTo(me, pick(me));
        }
    }

    void join(Task me, ControlledThread thread) {
        while (thread.task.state != Task.State.DONE) {
            block(me, thread, Task.NEVER);
        }
    }

    /** The whole life of a thread of the trial, in its carrier and with the first turn. */
    void runToTheEnd(Task task) {
        try {
            if (!ending) {
                task.thread.body.run();
                end(task);
            }
        } catch (TrialEnded e) {
            // Whoever ended it has said why.
        } catch (Throwable e) {
            fail(task + ": " + text(e));
        } finally {
            task.gone.countDown();
        }
    }

    private void end(Task task) {
        task.state = Task.State.DONE;
        tasks.stream().filter(each -> each.waitsFor == task.thread).forEach(Task::wake);
        if (!ending) {
            // Before another has the turn, who may end the trial.
            task.gone.countDown();
            turnTo(task, pick(task));
        }
    }

    /** Something is wrong; to be thrown. */
    TrialEnded fail(String what) {
        if (!ending && failure == null) {
            tell(what.lines().findFirst().orElse(""));
            failure = new Failure(seed, what, whereabouts() + story.text(tasks));
        }
        finish();
        return new TrialEnded();
    }

    private void finish() {
        if (!ending) {
            last = Carrier.task();
        }
        ending = true;
        over.countDown();
    }

    private void checkEnd() {
        if (ending) {
            throw new TrialEnded();
        }
    }

    /** Another for each object, in no order. */
    int identityHashCode(Object object) {
        return identities.computeIfAbsent(object, added -> (int) seed ^ identities.size() * 0x9E3779B1);
    }

    /** What a clock without an origin says. */
    long clock() {
        return epoch + nanos;
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
                Arrays.stream(task.carrier.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.zmq4j.")
                                && !frame.getClassName().startsWith("io.zmq4j.stress."))
                        .limit(6)
                        .forEach(frame -> text.append("\n      at ").append(frame));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
