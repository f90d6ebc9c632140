package io.zmq4j.stress;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Whose turn it is, from a seed alone. A third of the seeds walk at random, switching often or seldom; the others give
 * each thread a priority and change it at a few random steps (PCT, Burckhardt et al. 2010), which finds an error that takes
 * {@code d} well placed switches with a probability of about 1 in {@code steps^(d-1)}.
 */
final class Strategy {
    /** So long may a thread keep the turn that others want, with each grain. */
    private static final int MOST_STEPS_IN_A_ROW = 3000;

    private static final int MOST_SLICES_IN_A_ROW = 8;

    private static final int MOST_CHANGES = 4;

    private static final int SHORTEST_SLICE_NANOS = 5_000;
    private static final int MOST_DOUBLINGS = 7;
    private static final int STALLED_ONCE_IN = 256;
    private static final int LONGEST_STALL_NANOS = 30_000_000;

    private final SplittableRandom random;
    private final boolean walks;
    /** Of a walk: one in so many steps switches. */
    private final int rarity;

    private final int mostInARow;
    /** With a coarse grain: how long a thread runs about before it asks. */
    private final long meanSlice;

    private final long[] changes = new long[MOST_CHANGES];
    private long steps;
    private int inARow;
    private int lowest = -1;

    Strategy(long seed, Grain grain) {
        random = new SplittableRandom(seed);
        mostInARow = grain == Grain.FINE ? MOST_STEPS_IN_A_ROW : MOST_SLICES_IN_A_ROW;
        meanSlice = grain == Grain.FINE ? 0 : (long) SHORTEST_SLICE_NANOS << random.nextInt(MOST_DOUBLINGS);
        walks = random.nextInt(3) == 0;
        rarity = 1 << random.nextInt(1, 6);
        int depth = random.nextInt(MOST_CHANGES + 1);
        int scale = random.nextInt(4, 11);
        for (int i = 0; i < depth; i++) {
            changes[i] = random.nextInt(1 << scale);
        }
    }

    int newPriority() {
        return random.nextInt(1 << 20);
    }

    /** One of the tasks that may run; {@code me} is among them, or blocks and is not. */
    Task next(Task me, List<Task> ready) {
        steps++;
        boolean goesOn = ready.contains(me);
        inARow = goesOn ? inARow + 1 : 0;
        if (inARow > mostInARow) {
            giveWay(me);
        }
        return walks ? walk(me, ready, goesOn) : highest(me, ready);
    }

    private Task walk(Task me, List<Task> ready, boolean goesOn) {
        if (goesOn && inARow != 0 && random.nextInt(rarity) != 0) {
            return me;
        }
        Task other = ready.get(random.nextInt(ready.size()));
        // Who yields does not want to be next.
        return other == me && inARow == 0 ? ready.get(random.nextInt(ready.size())) : other;
    }

    private Task highest(Task me, List<Task> ready) {
        for (long change : changes) {
            if (change == steps) {
                me.priority = lowest--;
            }
        }
        Task result = ready.get(0);
        for (Task each : ready) {
            if (each.priority > result.priority) {
                result = each;
            }
        }
        return result;
    }

    /** The thread yields: whoever else can run goes first. */
    void giveWay(Task me) {
        inARow = -1;
        me.priority = lowest--;
    }

    /** How long a thread runs before it asks whose turn it is. */
    long slice() {
        return meanSlice == 0 ? 0 : random.nextLong(2 * meanSlice);
    }

    /** Whether the thread whose turn it is loses its processor for a while, as to other programs. */
    boolean isStalled() {
        return once(STALLED_ONCE_IN);
    }

    long stall() {
        return random.nextLong(LONGEST_STALL_NANOS);
    }

    /** Whether something happens that happens once in so many times. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }
}
