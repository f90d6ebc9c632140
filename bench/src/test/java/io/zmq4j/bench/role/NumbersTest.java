package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @Test
    void aNumberIsBigEndianAndZerosFollow() {
        assertThat(Numbers.message(10, 0x0102030405060708L)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 0, 0);
    }

    @Test
    void aSmallMessageIsTheLowBytes() {
        assertThat(Numbers.message(3, 0x0102030405060708L)).containsExactly(6, 7, 8);
    }

    @Test
    void theSenderIsInTheFirstThreeBytes() {
        assertThat(Numbers.message(8, Numbers.of(0x0102, 3))).containsExactly(0, 1, 2, 0, 0, 0, 0, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9})
    void whatIsReadIsWhatThereWasRoomFor(int size) {
        long number = 0x7172838485868788L;
        assertThat(Numbers.read(ByteBuffer.wrap(Numbers.message(size, number))))
                .isEqualTo(Numbers.truncated(number, size));
    }

    @Test
    void truncatingKeepsTheLowBytes() {
        assertThat(Numbers.truncated(0x1234567L, 0)).isZero();
        assertThat(Numbers.truncated(0x1234567L, 2)).isEqualTo(0x4567);
        assertThat(Numbers.truncated(0x1234567L, 8)).isEqualTo(0x1234567L);
    }
}
