package io.zmq4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BufferPoolTest {
    private final BufferPool pool = new BufferPool();

    @Test
    void whatIsGivenBackIsTakenAgain() {
        BufferPool.Input input = pool.takeInput();
        BufferPool.Output output = pool.takeOutput();

        pool.give(input);
        pool.give(output);

        assertThat(pool.takeInput()).isSameAs(input);
        assertThat(pool.takeOutput()).isSameAs(output);
    }

    @Test
    void nobodySharesABuffer() {
        assertThat(pool.takeInput()).isNotSameAs(pool.takeInput());
        assertThat(pool.takeOutput()).isNotSameAs(pool.takeOutput());
    }

    @Test
    void aCrowdThatHasGoneLeavesFewBuffersBehind() {
        List<BufferPool.Input> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            crowd.add(pool.takeInput());
        }
        crowd.forEach(pool::give);

        List<BufferPool.Input> again = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            again.add(pool.takeInput());
        }
        assertThat(again.stream().filter(crowd::contains).count()).isBetween(1L, 8L);
    }

    @Test
    void buffersAreOfTheMeasuredSizes() {
        assertThat(pool.takeInput().direct.capacity()).isEqualTo(1024 * 1024);
        assertThat(pool.takeInput().heap).hasSize(64 * 1024);
        assertThat(pool.takeInput().direct.isDirect()).isTrue();
        assertThat(pool.takeOutput().direct.capacity()).isEqualTo(1024 * 1024);
        assertThat(pool.takeOutput().direct.isDirect()).isTrue();
        assertThat(pool.takeOutput().outgoing.isEmpty()).isTrue();
    }
}
