package io.zmq4j.multicast.pgm.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TransmitWindowTest {
    private static final int PACKET = 200;

    @Test
    void isEmptyAtFirst() {
        var window = new TransmitWindow(3, 7);
        assertThat(window.trail()).isEqualTo(7);
        assertThat(window.lead()).isEqualTo(6);
        assertThat(window.contains(6)).isFalse();
        assertThat(window.contains(7)).isFalse();
    }

    @Test
    void keepsTheLastOnesAcrossTheWrapOfTheNumbers() {
        var window = new TransmitWindow(3, -4);
        byte[] open = new byte[PACKET];
        for (int i = 0; i < 10; i++) {
            Arrays.fill(open, (byte) i);
            open = window.keep(open, i % 2 == 0 ? PACKET : 5);
            assertThat(open).hasSize(PACKET);
        }
        assertThat(window.lead()).isEqualTo(5);
        assertThat(window.trail()).isEqualTo(3);
        assertThat(window.contains(2)).isFalse();
        assertThat(window.contains(6)).isFalse();
        for (int sequence = 3; sequence <= 5; sequence++) {
            assertThat(window.contains(sequence)).isTrue();
            assertThat(window.length(sequence)).isEqualTo(sequence % 2 == 0 ? PACKET : 5);
            assertThat(window.packet(sequence)[4]).isEqualTo((byte) (sequence + 4));
        }
    }

    @Test
    void arraysGoAround() {
        var window = new TransmitWindow(2, 0);
        byte[] first = new byte[PACKET];
        byte[] open = first;
        for (int i = 0; i < 2; i++) {
            open = window.keep(open, PACKET);
        }
        assertThat(window.keep(open, PACKET)).isSameAs(first);
    }

    @Test
    void smallPacketsCostTheirSize() {
        var window = new TransmitWindow(2, 0);
        byte[] open = new byte[PACKET];
        assertThat(window.keep(open, 30)).isSameAs(open);
        assertThat(window.packet(0)).hasSize(30);
    }

    @Test
    void marksEndWithTheirPacket() {
        var window = new TransmitWindow(1, 0);
        byte[] open = window.keep(new byte[PACKET], PACKET);
        window.markAnswered(0, 100);
        assertThat(window.markWaiting(0)).isTrue();
        assertThat(window.markWaiting(0)).isFalse();
        assertThat(window.wasAnswered(0, 109, 10)).isTrue();
        assertThat(window.wasAnswered(0, 110, 10)).isFalse();
        window.keep(open, PACKET);
        assertThat(window.wasAnswered(1, 109, 10)).isFalse();
        assertThat(window.markWaiting(1)).isTrue();
    }
}
