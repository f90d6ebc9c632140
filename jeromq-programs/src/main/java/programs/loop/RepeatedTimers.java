package programs.loop;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.timer.ZTimer;
import programs.Expect;
import zmq.util.Timers;

/** Timers on a clock of the program's own fire again and again; they are put off, changed and cancelled. */
public final class RepeatedTimers {
    private static long now = 1000;

    private RepeatedTimers() {}

    public static void main(String[] args) {
        List<String> fired = new ArrayList<>();
        Timers timers = new Timers(() -> now);
        Expect.equal(-1L, timers.timeout());
        Timers.Timer slow = timers.add(100, given -> fired.add("slow " + given[0]), "x");
        Timers.Timer quick = timers.add(50, given -> fired.add("quick"));
        Expect.equal(50L, timers.timeout());

        now = 1049;
        Expect.equal(0, timers.execute());
        now = 1050;
        Expect.equal(1, timers.execute());
        now = 1130;
        Expect.equal(0L, timers.timeout());
        Expect.equal(2, timers.execute());
        Expect.that(fired.contains("slow x"), "with its argument");
        Expect.equal(50L, timers.timeout());

        Expect.that(quick.cancel(), "cancelled");
        Expect.that(!quick.cancel() && !quick.reset() && !quick.setInterval(5), "once and for all");
        now = 1200;
        Expect.that(slow.reset(), "put off");
        Expect.equal(100L, timers.timeout());
        Expect.that(slow.setInterval(10), "made quick");
        Expect.equal(10L, timers.timeout());
        now = 1211;
        Expect.equal(1, timers.execute());
        Expect.equal(10L, timers.timeout());

        Expect.failure(IllegalArgumentException.class, () -> timers.add(0, given -> {}));
        Expect.equal(null, timers.add(5, null));
        ZTimer real = new ZTimer();
        Expect.equal(0, real.sleepAndExecute());
        real.add(10, given -> fired.add("real"));
        Expect.equal(1, real.sleepAndExecute());
        Expect.that(fired.contains("real"), "after its time");
    }
}
