package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerLogTest {
    private static final long MILLISECOND = 1_000_000;

    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> stacks = new ArrayList<>();
    private long now = Long.MAX_VALUE - 10;

    private final HandlerLog log = new HandlerLog(() -> "REP at tcp://127.0.0.1:1", () -> now, (text, failure) -> {
        lines.add(text);
        stacks.add(failure);
    });

    @Test
    void theFirstOneIsToldWithItsStack() {
        var failure = new IllegalStateException();
        log.failed(failure);
        assertThat(lines).containsExactly("a handler of the REP at tcp://127.0.0.1:1 failed");
        assertThat(stacks).containsExactly(failure);
    }

    @Test
    void moreWithinASecondAreOneLineAfterIt() {
        for (int i = 0; i < 1_000; i++) {
            log.failed(new IllegalStateException());
        }
        now += 999 * MILLISECOND;
        log.failed(new IllegalStateException());
        assertThat(lines).hasSize(1);
        now += MILLISECOND;
        log.failed(new IllegalStateException());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("and 1000 times more");
    }

    @Test
    void aLogThatFailsHarmsNothing() {
        new HandlerLog(() -> "REP", () -> now, (text, failure) -> {
                    throw new IllegalStateException("the log is broken");
                })
                .failed(new IllegalStateException());
    }
}
