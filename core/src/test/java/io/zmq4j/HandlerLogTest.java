package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HandlerLogTest {
    @Test
    void whatFailsOverAndOverIsToldLessAndLess() {
        assertThat(LongStream.rangeClosed(0, 10_000).filter(HandlerLog::isTold))
                .containsExactly(1L, 10L, 100L, 1000L, 10_000L);
        assertThat(HandlerLog.isTold(Long.MAX_VALUE)).isFalse();
    }
}
