package io.zmq4j.multicast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final int USUAL = 100;
    private static final int OBJECTS = 64;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Backlog backlog = new Backlog(1_000_000, USUAL);
    private Datagram taken = new Datagram(USUAL);

    private void add(int number, int length) {
        backlog.free().set(ByteBuffer.allocate(length).putInt(0, number), HERE, HERE);
        backlog.added();
    }

    private void assertNext(int number, int length) {
        taken = backlog.take(taken);
        assertThat(ByteBuffer.wrap(taken.bytes()).getInt()).isEqualTo(number);
        assertThat(taken.length()).isEqualTo(length);
    }

    @Test
    void firstComeFirstServedHoweverManyThereAre() {
        int added = 0;
        int served = 0;
        for (int step = 1; step <= 500; step++) {
            for (int i = 0; i < step % 17; i++) {
                add(added++, USUAL);
            }
            for (int i = 0; i < step % 11 && served < added; i++) {
                assertNext(served++, USUAL);
            }
        }
        assertThat(added - served).isGreaterThan(1000);
        while (!backlog.isEmpty()) {
            assertNext(served++, USUAL);
        }
        assertThat(served).isEqualTo(added);
        add(added, USUAL);
        assertNext(added, USUAL);
    }

    @Test
    void whatIsBeingReadIsNotWrittenTo() {
        add(1, USUAL);
        assertNext(1, USUAL);
        for (int i = 2; i < 200; i++) {
            add(i, USUAL);
        }
        assertThat(ByteBuffer.wrap(taken.bytes()).getInt()).isEqualTo(1);
    }

    @Test
    void arraysGoAround() {
        add(1, USUAL);
        assertNext(1, USUAL);
        byte[] first = taken.bytes();
        for (int i = 0; i < 100; i++) {
            add(i, USUAL - i % 2);
            assertNext(i, USUAL - i % 2);
        }
        assertThat(taken.bytes()).isSameAs(first);
    }

    @Test
    void anArrayThatIsLongerThanUsualIsNotKept() {
        add(1, 50 * USUAL);
        assertNext(1, 50 * USUAL);
        add(2, USUAL);
        assertNext(2, USUAL);
        add(3, USUAL);
        assertNext(3, USUAL);
        assertThat(taken.bytes()).hasSize(USUAL);
    }

    @Test
    void itIsFullWhenArraysAndObjectsAreAsMuchAsIsAllowed() {
        var small = new Backlog(10 * (USUAL + OBJECTS), USUAL);
        for (int i = 0; i < 10; i++) {
            assertThat(small.isFull()).isFalse();
            // However small it is, it takes an array of the usual length.
            small.free().set(ByteBuffer.allocate(1), HERE, HERE);
            small.added();
        }
        assertThat(small.isFull()).isTrue();
        taken = small.take(taken);
        assertThat(small.isFull()).isFalse();
    }
}
