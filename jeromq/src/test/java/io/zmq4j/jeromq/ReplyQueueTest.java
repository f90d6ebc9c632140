package io.zmq4j.jeromq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReplyQueueTest {
    private final ReplyQueue<String> queue = new ReplyQueue<>(2);

    @Test
    void theOldestIsDroppedIfThereAreTooMany() {
        queue.add("one");
        queue.add("two");
        queue.add("three");
        assertThat(queue.take(0)).isEqualTo("two");
        assertThat(queue.take(-1)).isEqualTo("three");
        assertThat(queue.take(0)).isNull();
        assertThat(queue.take(1)).isNull();
    }

    @Test
    void aWaitEndsWithWhatIsAdded() throws Exception {
        CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> queue.take(-1));
        queue.add("one");
        assertThat(taken.get(20, TimeUnit.SECONDS)).isEqualTo("one");
    }

    @Test
    void aWaitEndsWithTheClose() throws Exception {
        CompletableFuture<String> taken = CompletableFuture.supplyAsync(() -> queue.take(-1));
        queue.close();
        assertThat(taken.get(20, TimeUnit.SECONDS)).isNull();
        queue.add("late");
        assertThat(queue.take(-1)).isNull();
    }

    @Test
    void whatWasKeptCanBeTakenAfterTheClose() {
        queue.add("one");
        queue.close();
        assertThat(queue.take(-1)).isEqualTo("one");
    }

    @Test
    void anInterruptEndsTheWaitAndKeepsTheFlag() {
        Thread.currentThread().interrupt();
        assertThat(queue.take(-1)).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }
}
