package io.zmq4j.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimersTest {
    private final Loop loop = new Loop(new Daemons("timers-under-test"));
    private final Timers timers = new Timers(loop);

    @AfterEach
    void close() {
        loop.close();
    }

    private final List<String> ran = new ArrayList<>();

    private Timer add(long due, String name) {
        return timers.add(due, () -> ran.add(name));
    }

    private void runUntil(long now) {
        for (Timer timer = timers.pollDue(now); timer != null; timer = timers.pollDue(now)) {
            timer.chore.run();
        }
    }

    @Test
    void withoutTimersTheNextOneIsNever() {
        assertThat(timers.nanosToNext(5)).isEqualTo(Long.MAX_VALUE);
        assertThat(timers.pollDue(Long.MAX_VALUE)).isNull();
    }

    @Test
    void noneRunsEarlyAndAllRunInOrder() {
        add(30, "c");
        add(10, "a");
        add(20, "b");

        runUntil(9);
        assertThat(ran).isEmpty();
        runUntil(10);
        assertThat(ran).containsExactly("a");
        runUntil(100);
        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void thoseOfTheSameMomentAllRunInTheOrderTheyWereAdded() {
        add(10, "a");
        add(10, "b");
        add(10, "c");

        runUntil(10);

        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void tellsHowLongItIsToTheNextAndZeroIfItIsLate() {
        add(30, "b");
        add(20, "a");

        assertThat(timers.nanosToNext(5)).isEqualTo(15);
        assertThat(timers.nanosToNext(25)).isZero();
    }

    @Test
    void aCancelledTimerDoesNotRun() {
        Timer cancelled = add(10, "a");
        add(10, "b");

        timers.cancel(cancelled);
        runUntil(10);

        assertThat(ran).containsExactly("b");
    }

    @Test
    void cancellingOneThatRanDisturbsNobody() {
        Timer first = add(10, "a");
        runUntil(10);
        add(10, "b");

        timers.cancel(first);
        runUntil(10);

        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void theClockMayWrap() {
        long late = Long.MAX_VALUE - 5;
        add(late + 10, "after the wrap");
        add(late, "before the wrap");

        assertThat(timers.nanosToNext(late - 3)).isEqualTo(3);
        runUntil(late);
        assertThat(ran).containsExactly("before the wrap");
        assertThat(timers.nanosToNext(late + 4)).isEqualTo(6);
        runUntil(late + 10);
        assertThat(ran).containsExactly("before the wrap", "after the wrap");
    }

    @Test
    void aTaskMayAddAndCancel() {
        Timer[] doomed = new Timer[1];
        timers.add(10, () -> {
            timers.cancel(Objects.requireNonNull(doomed[0]));
            add(10, "added");
        });
        doomed[0] = add(11, "doomed");

        runUntil(20);

        assertThat(ran).containsExactly("added");
    }
}
