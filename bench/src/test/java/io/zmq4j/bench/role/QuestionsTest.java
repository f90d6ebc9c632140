package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private long nanos;

    @Test
    void theClockStartsAtTheFirstAnswer() {
        assertThat(Questions.ask(new Answers(), new Run(10, 5, 0), () -> nanos)).isEqualTo(10);
    }

    @Test
    void theClockStartsAfterTheWarmup() {
        assertThat(Questions.ask(new Answers(), new Run(10, 5, 3), () -> nanos)).isEqualTo(10);
    }

    /** The first answer takes a second, each other one 20 µs. */
    private final class Answers implements Peer {
        private byte[] question = {};

        @Override
        public void send(byte[] message) {
            question = message;
            nanos += nanos == 0 ? 1_000_000_000 : 20_000;
        }

        @Override
        public void receive(Ledger ledger) {
            ledger.take(ByteBuffer.wrap(question));
        }

        @Override
        public String bind(String endpoint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void connect(String endpoint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ByteBuffer receive() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean tryReceive(Ledger ledger) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void answer(Ledger ledger) {
            throw new UnsupportedOperationException();
        }
    }
}
