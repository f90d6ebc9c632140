package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreferredTest {
    private static final Executor REFUSES = task -> {
        throw new RejectedExecutionException();
    };

    private static final Executor DOES_AND_THROWS = task -> {
        task.run();
        throw new RejectedExecutionException();
    };

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final Executor other = task -> {
        asked.incrementAndGet();
        task.run();
    };

    private void execute(Executor first) {
        new Preferred(first, other).execute(done::incrementAndGet);
    }

    @Test
    void whatTheFirstDoesIsNotAskedOfTheOther() {
        execute(Runnable::run);
        assertThat(done).hasValue(1);
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatTheFirstRefusesTheOtherDoes() {
        execute(REFUSES);
        assertThat(done).hasValue(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatTheFirstHasDoneBeforeItThrowsIsNotDoneAgain() {
        execute(DOES_AND_THROWS);
        assertThat(done).hasValue(1);
    }
}
