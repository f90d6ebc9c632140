package io.zmq4j.multicast.pgm.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequenceQueueTest {
    @Test
    void isAQueueHoweverItGrowsAndWraps() {
        var random = new SplittableRandom(1);
        var queue = new SequenceQueue(100);
        var model = new ArrayDeque<Integer>();
        for (int i = 0; i < 10_000; i++) {
            if (random.nextInt(100) < (i / 500 % 2 == 0 ? 60 : 40)) {
                boolean room = model.size() < 100;
                assertThat(queue.offer(i)).isEqualTo(room);
                if (room) {
                    model.add(i);
                }
            } else if (!model.isEmpty()) {
                assertThat(queue.peek()).isEqualTo(model.peek());
                assertThat(queue.poll()).isEqualTo(model.poll());
            }
            assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
        }
    }
}
