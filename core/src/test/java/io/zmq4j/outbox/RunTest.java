package io.zmq4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunTest {
    private static Message ofSize(int size) {
        return Message.wrap(new byte[size]);
    }

    private static byte[] bytes(Run run) {
        return Arrays.copyOf(run.bytes(), Run.length(run.state()));
    }

    @Test
    void itIsWhatIsOnTheWire() {
        var run = new Run(Message.of("hi"), 10, 1);
        run.add(Message.of("a"));
        run.add(Message.empty());

        assertThat(bytes(run)).isEqualTo(new byte[] {0, 2, 'h', 'i', 0, 1, 'a', 0, 0});
        assertThat(run.count()).isEqualTo(3);
        assertThat(run.length()).isEqualTo(9);
        assertThat(run.size()).isEqualTo(3);
        assertThat(Run.count(run.state())).isEqualTo(3);
        assertThat(Run.hasEnded(run.state())).isFalse();
    }

    @Test
    void whatIsNotShortIsNotAdded() {
        var run = new Run(ofSize(255), 10, 1);

        assertThat(run.add(ofSize(256))).isFalse();
        assertThat(run.add(Message.wrap(new byte[9][1]))).isFalse();
        assertThat(run.add(ofSize(255))).isTrue();
        assertThat(run.count()).isEqualTo(2);
    }

    @Test
    void itHasRoomForSoManyOfTheFirstWithAllItsFrames() {
        var run = new Run(Message.of("a", "bc"), 2, 1);

        assertThat(run.add(Message.of("de", "f"))).isTrue();
        assertThat(bytes(run)).isEqualTo(new byte[] {1, 1, 'a', 0, 2, 'b', 'c', 1, 2, 'd', 'e', 0, 1, 'f'});
        assertThat(run.size()).isEqualTo(6);
        assertThat(run.isFull()).isTrue();
    }

    /** What is in the messages is told from their number. */
    @Test
    void allHaveAsManyFramesAsTheFirst() {
        var run = new Run(Message.of("a", "b"), 10, 1);

        assertThat(run.add(Message.of("a"))).isFalse();
        assertThat(run.add(Message.of("a", "b", "c"))).isFalse();
        assertThat(run.add(Message.of("", ""))).isTrue();
    }

    @Test
    void itTakesAsManyAsItWasMadeForAndNotMoreSmallerOnes() {
        var run = new Run(ofSize(10), 4, 1);
        for (int i = 1; i < 4; i++) {
            assertThat(run.isFull()).isFalse();
            assertThat(run.add(ofSize(1))).isTrue();
        }

        assertThat(run.isFull()).isTrue();
        assertThat(run.add(ofSize(1))).isFalse();
        assertThat(run.count()).isEqualTo(4);
    }

    @Test
    void itTakesFewerLargerOnes() {
        var run = new Run(ofSize(10), 4, 1);

        assertThat(run.add(ofSize(30))).isTrue();
        assertThat(run.add(ofSize(3))).isFalse();
        assertThat(run.isFull()).isFalse();
        assertThat(run.add(ofSize(2))).isTrue();
        assertThat(run.isFull()).isTrue();
        assertThat(bytes(run)).hasSize(4 * 12);
    }

    @Test
    void whenItHasEndedNothingIsAdded() {
        var run = new Run(ofSize(1), 4, 1);
        run.add(ofSize(1));
        run.end();

        assertThat(run.add(ofSize(1))).isFalse();
        assertThat(Run.hasEnded(run.state())).isTrue();
        assertThat(Run.count(run.state())).isEqualTo(2);
        assertThat(Run.length(run.state())).isEqualTo(6);
    }
}
