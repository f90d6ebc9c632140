package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CrewTest {
    private final Crew crew = new Crew();

    @Test
    void aFailureOfAnotherEndsTheWaitingOfTheOwner() {
        crew.start("fails", () -> {
            throw new RunFailedException("lost");
        });
        assertThatThrownBy(() -> crew.lead(CrewTest::waitForEver)).hasMessage("lost");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aFailureOfTheOwnerIsItsOwn() {
        crew.start("works", () -> {});
        assertThatThrownBy(() -> crew.lead(() -> {
                    throw new RunFailedException("mine");
                }))
                .hasMessage("mine");
    }

    @Test
    void awaitThrowsAFailure() {
        crew.start("fails", () -> {
            throw new RunFailedException("lost");
        });
        assertThatThrownBy(crew::await).hasMessage("lost");
    }

    @Test
    void whatEndsADismissedThreadIsNoFailure() {
        var dismissed = new CountDownLatch(1);
        crew.start("goes on", () -> {
            await(dismissed);
            throw new RunFailedException("closed");
        });
        crew.dismiss();
        dismissed.countDown();
        crew.await();
        assertThat(Thread.interrupted()).isFalse();
    }

    private static Object waitForEver() {
        await(new CountDownLatch(1));
        return "never";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new RunFailedException("interrupted");
        }
    }
}
