package io.zmq4j.multicast.pgm.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    /** As RFC 1071 says it: 16 bits at a time, carries added at once. */
    private static int checksum(byte[] packet, int length) {
        int sum = 0;
        for (int at = 0; at < length; at += 2) {
            int low = at + 1 < length ? packet[at + 1] & 0xFF : 0;
            sum += (packet[at] & 0xFF) << 8 | low;
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }

    @Test
    @DisplayName(
            "RFC 3208, section 8: the checksum is the 1's complement of the 1's complement sum of the entire packet")
    void itIsTheSameForEveryLength() {
        var random = new Random(3208);
        for (int length = Header.SIZE; length < 1500; length++) {
            byte[] packet = new byte[length];
            random.nextBytes(packet);
            packet[Header.CHECKSUM] = 0;
            packet[Header.CHECKSUM + 1] = 0;
            int expected = checksum(packet, length);

            Checksum.put(packet, length);

            int put = (packet[Header.CHECKSUM] & 0xFF) << 8 | packet[Header.CHECKSUM + 1] & 0xFF;
            assertThat(put).as("length %d", length).isEqualTo(expected == 0 ? 0xFFFF : expected);
            assertThat(Checksum.isRight(packet, length)).isTrue();
            packet[length - 1]++;
            assertThat(Checksum.isRight(packet, length)).isFalse();
        }
    }

    @Test
    void manyCarriesAreAddedToo() {
        byte[] packet = new byte[65_507];
        Arrays.fill(packet, (byte) 0xFF);
        Checksum.put(packet, packet.length);
        assertThat(Checksum.isRight(packet, packet.length)).isTrue();
    }
}
