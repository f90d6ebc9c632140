package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final AtomicInteger shortages = new AtomicInteger();
    private final FairQueue in = new FairQueue((pipe, message) -> {
        if (shortages.getAndDecrement() > 0) {
            throw new OutOfMemoryError("planted");
        }
        return message;
    });

    private void fail(int times) {
        shortages.set(times);
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> in.tryReceive(null, 0)).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void aMessageThatCouldNotBeTakenForWantOfMemoryIsTheNext() {
        in.add(FakePipe.roomy().deliver("1").deliver("2"));

        fail(2);

        assertThat(in.tryReceive(null, 0)).isEqualTo(Message.of("1"));
        assertThat(in.tryReceive(null, 0)).isEqualTo(Message.of("2"));
        assertThat(in.tryReceive(null, 0)).isNull();
    }

    @Test
    void severalAtATimeBeginWithIt() {
        in.add(FakePipe.roomy().deliver("1").deliver("2"));

        fail(1);

        var messages = new Message[3];
        assertThat(in.tryReceive(messages, new Peer[3])).isEqualTo(2);
        assertThat(messages).startsWith(Message.of("1"), Message.of("2"));
    }

    @Test
    void itIsThrownAwayAndCountedWithTheOthers() {
        in.add(FakePipe.roomy().deliver("1").deliver("2"));

        fail(1);

        assertThat(in.discardAll()).isEqualTo(2);
        assertThat(in.tryReceive(null, 0)).isNull();
    }
}
