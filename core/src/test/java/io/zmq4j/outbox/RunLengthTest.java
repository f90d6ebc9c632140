package io.zmq4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import org.junit.jupiter.api.Test;

class RunLengthTest {
    private final RunLength length = new RunLength();

    private static Run run(int most, int count) {
        var run = new Run(Message.of("x"), most, 1);
        for (int i = 1; i < count; i++) {
            run.add(Message.of("x"));
        }
        return run;
    }

    @Test
    void whoFillsRunAfterRunGetsLongerOnesUpTo512() {
        for (int expected : new int[] {16, 64, 256, 512, 512}) {
            assertThat(length.next()).isEqualTo(expected);
            length.ended(run(expected, expected));
        }
    }

    @Test
    void whoLeavesMostOfOneEmptyGetsAShorterOne() {
        for (int i = 0; i < 4; i++) {
            length.ended(run(16, 16));
        }
        length.ended(run(512, 100));
        assertThat(length.next()).isEqualTo(200);
        length.ended(run(200, 150));
        assertThat(length.next()).isEqualTo(200);
        length.ended(run(200, 1));
        assertThat(length.next()).isEqualTo(16);
    }
}
