package io.zmq4j.zmtp.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptMessagesTest {
    private final KeptMessages kept = new KeptMessages();

    private void keep(int number, long end) {
        kept.makeRoom();
        kept.add(Message.of(String.valueOf(number)));
        kept.endsAt(end);
    }

    private List<String> numbers() {
        var numbers = new ArrayList<String>();
        kept.forEach(message -> numbers.add(new String(message.array(0), UTF_8)));
        return numbers;
    }

    private static List<String> from(int first, int end) {
        var numbers = new ArrayList<String>();
        for (int number = first; number < end; number++) {
            numbers.add(String.valueOf(number));
        }
        return numbers;
    }

    @Test
    void theyGoInTheOrderInWhichTheyEnd() {
        for (int number = 0; number < 5; number++) {
            keep(number, 10 * (number + 1));
        }

        kept.left(29);
        assertThat(numbers()).containsExactly("2", "3", "4");
        kept.left(30);
        assertThat(numbers()).containsExactly("3", "4");
        kept.left(1_000);
        assertThat(numbers()).isEmpty();
    }

    @Test
    void oneWhoseEndIsNotKnownStays() {
        kept.makeRoom();
        kept.add(Message.of("begun"));

        kept.left(Long.MAX_VALUE - 1);

        assertThat(numbers()).containsExactly("begun");
    }

    /** The ring comes round, and grows with its oldest anywhere in it. */
    @Test
    void orderSurvivesGrowth() {
        for (int oldest = 0; oldest < 40; oldest++) {
            var ring = new KeptMessagesTest();
            for (int number = 0; number < oldest; number++) {
                ring.keep(number, number);
                ring.kept.left(number);
            }
            for (int number = oldest; number < oldest + 100; number++) {
                ring.keep(number, number);
            }
            assertThat(ring.numbers()).isEqualTo(from(oldest, oldest + 100));
            ring.kept.left(oldest + 49);
            assertThat(ring.numbers()).isEqualTo(from(oldest + 50, oldest + 100));
        }
    }
}
