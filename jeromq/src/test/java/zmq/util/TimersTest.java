package zmq.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Timers on a clock that the test sets. */
class TimersTest {
    private long now = 1000;
    private final Timers timers = new Timers(() -> now);
    private final List<String> fired = new ArrayList<>();

    private Timers.Timer add(long interval, String name) {
        return timers.add(interval, args -> fired.add(name));
    }

    private int executeAt(long time) {
        now = time;
        fired.clear();
        return timers.execute();
    }

    @Test
    void withoutTimersThereIsNothingToWaitFor() {
        assertThat(timers.timeout()).isEqualTo(-1);
        assertThat(timers.execute()).isZero();
        assertThat(timers.sleepAndExecute()).isZero();
    }

    @Test
    void theEarliestFiresFirstAndThoseOfTheSameTimeInTheOrderOfTheirAdding() {
        add(30, "c");
        add(10, "a");
        add(20, "b");
        add(10, "a2");

        assertThat(timers.timeout()).isEqualTo(10);
        assertThat(executeAt(1009)).isZero();
        assertThat(executeAt(1030)).isEqualTo(4);
        assertThat(fired).containsExactly("a", "a2", "b", "c");
    }

    @Test
    void theNextTimeIsCountedFromTheRoundThatHasFiredIt() {
        add(10, "a");

        assertThat(executeAt(1095)).isEqualTo(1);
        assertThat(timers.timeout()).isEqualTo(10);
        assertThat(executeAt(1104)).isZero();
        assertThat(executeAt(1105)).isEqualTo(1);
    }

    @Test
    void aSlowHandlerDoesNotDelayTheNextTime() {
        timers.add(10, args -> now += 25);

        assertThat(executeAt(1010)).isEqualTo(1);
        assertThat(now).isEqualTo(1035);
        assertThat(timers.timeout()).isZero();
        assertThat(timers.execute()).isEqualTo(1);
        assertThat(timers.timeout()).isZero();
    }

    @Test
    void theHandlerGetsItsArguments() {
        List<Object> got = new ArrayList<>();
        timers.add(10, args -> got.addAll(List.of(args)), "x", 7);

        executeAt(1010);

        assertThat(got).containsExactly("x", 7);
    }

    @Test
    void aCancelledTimerIsGoneAndCannotBeChanged() {
        Timers.Timer timer = add(10, "a");

        assertThat(timer.cancel()).isTrue();
        assertThat(timer.cancel()).isFalse();
        assertThat(timer.reset()).isFalse();
        assertThat(timer.setInterval(5)).isFalse();
        assertThat(timers.timeout()).isEqualTo(-1);
        assertThat(executeAt(2000)).isZero();
    }

    @Test
    void resetBeginsTheIntervalAnew() {
        Timers.Timer timer = add(10, "a");
        now = 1008;

        assertThat(timer.reset()).isTrue();
        assertThat(timers.timeout()).isEqualTo(10);
    }

    @Test
    void aNewIntervalBeginsAtOnceAndStays() {
        Timers.Timer timer = add(10, "a");
        now = 1005;

        assertThat(timer.setInterval(100)).isTrue();
        assertThat(timers.timeout()).isEqualTo(100);
        assertThat(executeAt(1105)).isEqualTo(1);
        assertThat(timers.timeout()).isEqualTo(100);
    }

    @Test
    void withAnIntervalOfZeroOrLessItFiresOnceInEachRound() {
        Timers.Timer timer = add(10, "a");

        assertThat(timer.setInterval(0)).isTrue();
        assertThat(timers.timeout()).isZero();
        assertThat(timers.execute()).isEqualTo(1);
        assertThat(timers.execute()).isEqualTo(1);
        assertThat(timer.setInterval(-5)).isTrue();
        assertThat(timers.execute()).isEqualTo(1);
    }

    @Test
    void aTimerIsAddedWithAnIntervalAboveZeroAndAHandler() {
        assertThatIllegalArgumentException().isThrownBy(() -> add(0, "a")).withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> add(-5, "a")).withMessageContaining("not -5");
        assertThat(timers.add(10, null)).isNull();
        assertThat(timers.timeout()).isEqualTo(-1);
    }

    @Test
    void aHandlerMayCancelItselfAndWhatIsDueAfterIt() {
        List<Timers.Timer> all = new ArrayList<>();
        all.add(timers.add(10, args -> {
            fired.add("a");
            all.forEach(Timers.Timer::cancel);
        }));
        all.add(add(10, "b"));

        assertThat(executeAt(1010)).isEqualTo(1);
        assertThat(fired).containsExactly("a");
        assertThat(timers.timeout()).isEqualTo(-1);
    }

    @Test
    void aHandlerMayPutOffWhatIsDueAfterIt() {
        List<Timers.Timer> later = new ArrayList<>();
        timers.add(10, args -> later.get(0).reset());
        later.add(add(10, "b"));

        assertThat(executeAt(1010)).isEqualTo(1);
        assertThat(fired).isEmpty();
        assertThat(timers.timeout()).isEqualTo(10);
    }

    @Test
    void whatAHandlerAddsFiresInALaterRound() {
        timers.add(10, args -> add(1, "added"));

        assertThat(executeAt(1010)).isEqualTo(1);
        assertThat(executeAt(1011)).isEqualTo(1);
        assertThat(fired).containsExactly("added");
    }

    @Test
    void whatAHandlerThrowsLosesNoTimer() {
        timers.add(10, args -> {
            throw new IllegalStateException("thrown");
        });
        add(10, "b");

        assertThatThrownBy(() -> executeAt(1010)).hasMessage("thrown");
        assertThat(timers.execute()).isEqualTo(1);
        assertThat(fired).containsExactly("b");
        assertThat(timers.timeout()).isEqualTo(10);
    }

    @Test
    @SuppressWarnings("deprecation")
    void anyTimersChangeATimerOfOthers() {
        Timers others = new Timers(() -> now);
        Timers.Timer timer = add(10, "a");

        assertThat(others.setInterval(timer, 50)).isTrue();
        assertThat(timers.timeout()).isEqualTo(50);
        assertThat(others.reset(timer)).isTrue();
        assertThat(others.cancel(timer)).isTrue();
        assertThat(timers.timeout()).isEqualTo(-1);
        assertThatThrownBy(() -> timers.cancel(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void theLongestIntervalDoesNotOverflow() {
        add(Long.MAX_VALUE, "never");

        assertThat(timers.timeout()).isEqualTo(Long.MAX_VALUE - 1000);
        now = -5;
        assertThat(timers.timeout()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void sleepsUntilATimerIsDue() {
        Timers real = new Timers();
        long began = System.nanoTime();
        real.add(20, args -> fired.add("a"));

        assertThat(real.sleepAndExecute()).isEqualTo(1);
        assertThat(fired).containsExactly("a");
        assertThat(System.nanoTime() - began).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(19));
    }

    @Test
    void anInterruptEndsTheSleepAndIsKept() throws Exception {
        Timers real = new Timers();
        real.add(60_000, args -> fired.add("a"));
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> sleep = new FutureTask<>(() -> {
            begun.countDown();
            return real.sleepAndExecute() == 0 && Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(sleep);
        thread.start();
        begun.await();
        thread.interrupt();

        assertThat(sleep.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(fired).isEmpty();
    }
}
