package io.zmq4j.interop.shortage;

import io.zmq4j.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One round, in a JVM of its own: everything talks, something is used up and given back at random moments, and then everything
 * must work as before. Arguments: kind, seconds, seed, the folder for ipc paths, and whether that has a small file system of
 * its own. Says {@code fault …} for each thing that is wrong, at last {@code done …}.
 */
final class Round {
    private static final long LONGEST_SECONDS = 100;
    private static final long SETTLED_MILLIS = 2_000;
    private static final int SETTLED_MESSAGES = 5;
    private static final long FIRST_MILLIS = 10_000;
    private static final long DRAINED_MILLIS = 3_000;
    private static final long IDLE_MILLIS = 1_000;
    private static final int IDLE_TRIES = 5;
    private static final double IDLE_SHARE = 0.05;
    private static final int LONGEST_FREE_MILLIS = 1_000;
    private static final int LONGEST_SHORT_MILLIS = 400;
    private static final long TIGHTEN_MILLIS = 10;
    private static final int SHORTAGES_PER_LOST = 16;

    private final Kind kind;
    private final long seconds;
    private final Random random;
    private final Shortage shortage;
    private final Parent parent = new Parent();
    private final Stage stage;
    private long shortages;

    private Round(Kind kind, long seconds, long seed, Path folder, boolean isSmall) {
        this.kind = kind;
        this.seconds = seconds;
        this.random = new Random(seed);
        this.shortage = kind.shortage(folder, isSmall);
        this.stage = new Stage(parent, folder);
    }

    public static void main(String[] arguments) throws Exception {
        var round = new Round(
                Kind.valueOf(arguments[0]),
                Long.parseLong(arguments[1]),
                Long.parseLong(arguments[2]),
                Path.of(arguments[3]),
                Boolean.parseBoolean(arguments[4]));
        round.watch(Thread.currentThread());
        try {
            round.run();
        } catch (Throwable e) {
            e.printStackTrace();
            round.fault("the round failed after " + round.shortages + " shortages: " + e);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Says where the round hangs, if it does. */
    private void watch(Thread main) {
        var watch = new Thread(() -> {
            pause(TimeUnit.SECONDS.toMillis(seconds + LONGEST_SECONDS));
            parent.say("fault the round hangs at " + Stacks.of(main) + " beside " + Stacks.ofLibrary());
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private void run() throws Exception {
        warmUp();
        int descriptorsBefore = Machine.descriptors();
        stage.open();
        var doomed = new Doomed();
        await(
                "everything talks",
                FIRST_MILLIS,
                () -> laggards(new long[count()]).isEmpty());
        parent.breakConnections();
        playShortages();
        long broken = parent.spareConnections();
        lackOnce();
        long settled = settle();
        drain();
        double idle = idleShare();
        account(broken);
        expectCaretakers(2 + 1);
        long closedInShortage = doomed.close(shortage, this::fault);
        long closed = close();
        int left = expectNothingLeft(descriptorsBefore);
        parent.say("done " + shortages + " shortages, " + broken + " connections broken, works after " + settled
                + " ms, idle " + Math.round(idle * 1000) / 10.0 + " % of a core, close in shortage " + closedInShortage
                + " ms, close " + closed + " ms, " + left + " descriptors left");
    }

    /** What the JDK itself keeps open from its first use on is no leak of ours. */
    private void warmUp() throws IOException, InterruptedException {
        for (String endpoint : List.of("tcp://127.0.0.1:*", "ipc://*")) {
            try (var context = Context.create();
                    var pull = context.pull();
                    var push = context.push()) {
                push.connect(pull.bind(endpoint).uri().replace("127.0.0.1", "localhost"));
                push.send("warm");
                pull.receive();
            }
        }
        shortage.make();
        shortage.release();
        Machine.threads("");
        Machine.cpuNanos();
        Machine.slowness();
    }

    private void fault(String what) {
        parent.say("fault " + what);
    }

    private int count() {
        return stage.conversations().size();
    }

    private void playShortages() throws Exception {
        long ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < ends) {
            pause(1 + random.nextInt(LONGEST_FREE_MILLIS));
            lackOnce();
        }
    }

    private void lackOnce() throws Exception {
        long millis = 1 + random.nextInt(LONGEST_SHORT_MILLIS);
        long began = System.nanoTime();
        try {
            shortage.make();
            while (System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(millis)) {
                pause(TIGHTEN_MILLIS);
                shortage.make();
            }
        } catch (OutOfMemoryError e) {
            // This thread is short of memory as well, such as for what the JDK links when it is first needed.
        } finally {
            shortage.release();
            shortages++;
        }
    }

    /** Allocates nothing. */
    private static void pause(long millis) {
        long ends = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = ends - System.nanoTime(); left > 0; left = ends - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Gives after how many milliseconds everything worked again. */
    private long settle() throws IOException {
        var before = new long[count()];
        for (int i = 0; i < before.length; i++) {
            before[i] = stage.conversations().get(i).progress();
        }
        return await(
                "everything works again", SETTLED_MILLIS, () -> laggards(before).isEmpty(), () -> {
                    List<String> detail = laggards(before);
                    detail.addAll(Stacks.ofLibrary());
                    return detail;
                });
    }

    private List<String> laggards(long[] before) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            Conversation each = stage.conversations().get(i);
            if (each.progress() - before[i] < (each instanceof OneWay ? SETTLED_MESSAGES : 1)) {
                names.add(each.name() + " (" + each.account() + "; " + each.whereabouts() + ")");
            }
        }
        return names;
    }

    private void drain() throws IOException {
        stage.conversations().forEach(Conversation::stopSending);
        long ends = System.nanoTime() + (long) (DRAINED_MILLIS * 1_000_000 * Machine.slowness());
        while (System.nanoTime() < ends && !stage.conversations().stream().allMatch(Conversation::isDrained)) {
            pause(10);
        }
    }

    /** The share of a core that is used while nothing is to do; the least of several looks, as the JVM has work of its own. */
    private double idleShare() {
        double least = Double.MAX_VALUE;
        String busiest = "";
        for (int i = 0; i < IDLE_TRIES && least > IDLE_SHARE; i++) {
            var busy = new BusyThreads();
            long before = Machine.cpuNanos();
            long began = System.nanoTime();
            pause(IDLE_MILLIS);
            least = Math.min(least, (double) (Machine.cpuNanos() - before) / (System.nanoTime() - began));
            busiest = busy.toString();
        }
        if (least > IDLE_SHARE) {
            fault("with nothing to do, " + Math.round(least * 100) + " % of a core are used: " + busiest);
        }
        return least;
    }

    private void account(long broken) {
        // In a full heap an end may not even be told.
        long inSilence = kind == Kind.HEAP ? 2 * shortages : 0;
        for (Conversation each : stage.conversations()) {
            String wrong = each.wrong(broken, inSilence);
            if (wrong != null) {
                fault(each.name() + ": " + wrong + " (" + each.account() + ")");
            }
            parent.say("account " + each.name() + ": " + each.account() + ", " + each.failures() + " failures, last "
                    + each.lastFailure());
        }
    }

    private void expectCaretakers(long expected) throws IOException {
        await("caretakers are " + expected, SETTLED_MILLIS, () -> Machine.threads("zmq4j-loop") == expected);
    }

    private long close() throws IOException {
        stage.conversations().forEach(Conversation::stop);
        long millis = 0;
        for (Context context : stage.contexts()) {
            var closing = new Closing(context);
            closing.close();
            closing.faults(Machine.slowness()).forEach(this::fault);
            millis += closing.millis();
        }
        return millis;
    }

    /** Gives how many descriptors are left open. */
    private int expectNothingLeft(int before) throws IOException {
        await("no thread is left", SETTLED_MILLIS, () -> Machine.threads("zmq4j-") == 0, Stacks::ofLibrary);
        int most = before + lostByTheJdk();
        await(
                "descriptors are " + most + " at most",
                SETTLED_MILLIS,
                () -> Machine.descriptors() <= most,
                Machine::descriptorNames);
        return Math.max(0, Machine.descriptors() - before);
    }

    /**
     * The JDK opens or accepts a descriptor and then makes the object that keeps it, and it takes a closing channel's key from
     * the selector in steps that allocate: where the heap is full between two of these, the descriptor is lost, and nobody who
     * uses the JDK can find it. A library that lost one for each connection that ends would lose far more.
     */
    private int lostByTheJdk() {
        return kind == Kind.HEAP ? (int) (2 + shortages / SHORTAGES_PER_LOST) : 0;
    }

    private long await(String what, long millis, BooleanSupplier condition) throws IOException {
        return await(what, millis, condition, List::of);
    }

    private long await(
            String what, long millis, BooleanSupplier condition, java.util.function.Supplier<List<String>> detail)
            throws IOException {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (took > millis * Machine.slowness()) {
                fault("not so within " + took + " ms: " + what + " " + detail.get());
                return took;
            }
            pause(5);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
