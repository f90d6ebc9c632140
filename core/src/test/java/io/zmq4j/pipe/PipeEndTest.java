package io.zmq4j.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PipeEndTest {
    private final PipeEnd pipe = Pipes.end();

    @Test
    void thereIsRoomUntilNothingGetsThroughAnyMore() {
        assertThat(pipe.room()).isPositive();
        pipe.refuseWrites();
        assertThat(pipe.room()).isZero();
    }

    @Test
    void thereIsNoRoomBehindAFarEndThatIsGone() {
        pipe.end();
        assertThat(pipe.room()).isZero();
    }
}
