package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatisticsServiceTest {
    private long now;
    private int taken;
    private final StatisticsService service = new StatisticsService(() -> "{\"taken\":" + ++taken + "}", () -> now);

    private String ask(String... frames) {
        return service.answer(Message.of(frames)).text();
    }

    @Test
    void theRequestIsAnsweredBySnapshots() {
        assertThat(ask("stats 1")).isEqualTo("{\"taken\":1}");
        now += Duration.ofMillis(100).toNanos();
        assertThat(ask("stats 1")).isEqualTo("{\"taken\":2}");
    }

    @Test
    void whoAsksOftenGetsTheSameOne() {
        ask("stats 1");
        now += Duration.ofMillis(99).toNanos();

        assertThat(ask("stats 1")).isEqualTo("{\"taken\":1}");
        assertThat(service.answer(Message.of("stats 1"))).isSameAs(service.answer(Message.of("stats 1")));
    }

    @Test
    void whatIsNotUnderstoodIsAnErrorAndTakesNoSnapshot() {
        String error = "{\"error\":\"not understood: the request is one frame, stats 1\"}";

        assertThat(ask("stats 2")).isEqualTo(error);
        assertThat(ask("stats 1", "")).isEqualTo(error);
        assertThat(ask("")).isEqualTo(error);
        assertThat(service.answer(Message.wrap(new byte[] {(byte) 0xff})).text())
                .isEqualTo(error);
        assertThat(taken).isZero();
    }
}
