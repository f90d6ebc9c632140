package io.zmq4j.discovery.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.Registration;
import io.zmq4j.transport.spi.DirectoryListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is told of the answers, and when it ends. */
class AskerTest {
    private static final Period OFTEN = new Period(Duration.ofMillis(1), true);

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final DirectoryListener listener = new DirectoryListener() {
        @Override
        public void found(Collection<String> endpoints) {
            told.add("found " + endpoints);
        }

        @Override
        public void failed(String why, Duration untilNextTry) {
            told.add("failed " + why);
        }
    };

    private static Answer there(String... endpoints) {
        return new Answer(List.of(endpoints), null, null);
    }

    private static Answer nobody() {
        return new Answer(List.of(), "no such name", null);
    }

    private static IOException broken(String why) {
        return new IOException(why);
    }

    /** Asks until there is no answer left, and then waits for its end. */
    private List<String> hear(int count, Object... answers) throws InterruptedException {
        Queue<Object> left = new ArrayDeque<>(List.of(answers));
        var never = new CountDownLatch(1);
        Question question = () -> {
            Object next = left.poll();
            if (next instanceof IOException failure) {
                throw failure;
            }
            if (next instanceof RuntimeException failure) {
                throw failure;
            }
            if (next != null) {
                return (Answer) next;
            }
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("interrupted");
        };
        try (Registration asker = Asker.start("test", question, OFTEN, listener)) {
            assertThat(asker).isNotNull();
            String[] heard = new String[count];
            for (int i = 0; i < count; i++) {
                heard[i] = told.poll(20, TimeUnit.SECONDS);
            }
            return List.of(heard);
        }
    }

    @Test
    void theSameAnswerIsToldOnce() throws InterruptedException {
        assertThat(hear(2, there("a"), there("a"), there("a", "b"))).containsExactly("found [a]", "found [a, b]");
    }

    @Test
    void aFailureIsToldAndWhatFollowsIsNews() throws InterruptedException {
        assertThat(hear(3, there("a"), broken("silence"), there("a")))
                .containsExactly("found [a]", "failed silence", "found [a]");
        assertThat(hear(1, new IllegalStateException("odd"))).containsExactly("failed odd");
    }

    @Test
    void thatNobodyIsThereIsBelievedTheSecondTime() throws InterruptedException {
        assertThat(hear(6, there("a"), nobody(), nobody(), nobody(), there("b")))
                .containsExactly(
                        "found [a]",
                        "failed no such name",
                        "found []",
                        "failed no such name",
                        "failed no such name",
                        "found [b]");
    }

    @Test
    void aStrayNobodyIsForgotten() throws InterruptedException {
        assertThat(hear(5, there("a"), nobody(), there("a"), nobody(), there("a")))
                .containsExactly("found [a]", "failed no such name", "found [a]", "failed no such name", "found [a]");
    }

    @Test
    void anEmptyListIsAnAnswer() throws InterruptedException {
        assertThat(hear(2, there("a"), there())).containsExactly("found [a]", "found []");
    }

    @Test
    void itsThreadEndsWithIt() throws InterruptedException {
        Registration asker = Asker.start("ends", () -> there(), new Period(Duration.ofHours(1), true), listener);
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("found []");
        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("zmq4j-directory-ends"))
                .findFirst()
                .orElseThrow();
        assertThat(thread.isDaemon()).isTrue();

        asker.close();
        thread.join(20_000);
        assertThat(thread.isAlive()).isFalse();
    }
}
