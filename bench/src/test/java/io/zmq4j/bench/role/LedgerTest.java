package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final int SIZE = 10;

    private final Ledger ledger = new Ledger(SIZE);

    private void take(long... numbers) {
        for (long number : numbers) {
            ledger.take(message(SIZE, number));
        }
    }

    private static ByteBuffer message(int size, long number) {
        return ByteBuffer.wrap(Numbers.message(size, number));
    }

    private void assertRefused(long number, String message) {
        assertThatThrownBy(() -> take(number))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void countsWhatComesInOrder() {
        take(0, 1, 2);
        assertThat(ledger.taken()).isEqualTo(3);
    }

    @Test
    void noticesALostMessage() {
        take(0, 1);
        assertRefused(3, "message 3 came instead of 2");
    }

    @Test
    void noticesALostFirstMessage() {
        assertRefused(1, "message 1 came instead of 0");
    }

    @Test
    void noticesADoubledMessage() {
        take(0, 1);
        assertRefused(1, "message 1 came instead of 2");
    }

    @Test
    void noticesReorderedMessages() {
        take(0);
        assertRefused(2, "message 2 came instead of 1");
    }

    @Test
    void noticesAnotherSize() {
        assertThatThrownBy(() -> ledger.take(message(SIZE + 1, 0)))
                .hasMessageStartingWith("message 0 has 11 bytes instead of 10");
    }

    @Test
    void keepsTheOrderOfEachSender() {
        take(Numbers.of(3, 0), Numbers.of(0, 0), Numbers.of(3, 1), Numbers.of(1, 0), Numbers.of(0, 1));
        assertThat(ledger.taken()).isEqualTo(5);
        assertRefused(Numbers.of(1, 2), "message " + Numbers.of(1, 2) + " came instead of " + Numbers.of(1, 1));
    }

    @Test
    void noticesWhatIsNoNumber() {
        assertRefused(-1, "message 18446744073709551615 has no number of ours");
    }

    @Test
    void aMessageTooSmallForItsNumberHasTheLowBytes() {
        var small = new Ledger(1);
        for (int number = 0; number < 600; number++) {
            small.take(message(1, number));
        }
        assertThatThrownBy(() -> small.take(message(1, 601))).hasMessage("message 89 came instead of 88");
    }

    @Test
    void anEmptyMessageIsOnlyCounted() {
        var empty = new Ledger(0);
        empty.take(message(0, 0));
        empty.take(message(0, 1));
        assertThat(empty.taken()).isEqualTo(2);
    }

    @Test
    void mentionsForeignSendersAtTheFirstMessagesOnly() {
        assertThatThrownBy(() -> take(7)).hasMessageContaining("--no-numbers");
        take(0, 1);
        assertThatThrownBy(() -> take(7)).hasMessage("message 7 came instead of 2");
    }

    @Test
    void checksTheSizeOnlyIfThereAreNoNumbers() {
        var foreign = new Ledger(SIZE, false);
        foreign.take(message(SIZE, 0));
        foreign.take(message(SIZE, 0));
        assertThat(foreign.taken()).isEqualTo(2);
        assertThatThrownBy(() -> foreign.take(message(SIZE - 1, 0))).hasMessage("message 2 has 9 bytes instead of 10");
    }
}
