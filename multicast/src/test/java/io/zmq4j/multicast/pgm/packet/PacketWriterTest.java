package io.zmq4j.multicast.pgm.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.zmtp.wire.Unsigned;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Writes what libzmq writes, octet for octet. */
class PacketWriterTest {
    private static final byte[] SOURCE = Captured.SOURCE.getAddress();
    private static final byte[] GROUP = Captured.GROUP.getAddress();
    private static final long TSI = Tsi.of(Captured.GSI, 0x40ce).value();
    private static final long OTHER_TSI = Tsi.of(Captured.GSI, 0x163c).value();
    private static final long PLAYED_TSI = Tsi.of(0x010203040506L, 0x40ce).value();

    /** Full of what was there before. */
    private final byte[] packet = dirty();

    private static byte[] dirty() {
        var bytes = new byte[PacketWriter.LONGEST_CONTROL];
        Arrays.fill(bytes, (byte) 0xA5);
        return bytes;
    }

    @Test
    void spm() {
        assertThat(written(PacketWriter.spm(packet, TSI, 5555, 0, 0, -1, SOURCE, false)))
                .isEqualTo(Captured.FIRST_SPM);
    }

    @Test
    void lastSpm() {
        assertThat(written(PacketWriter.spm(packet, TSI, 5555, 21, 0, 64, SOURCE, true)))
                .isEqualTo(Captured.LAST_SPM);
    }

    @Test
    void spmOverIpv6() {
        byte[] source = Captured.address("fd77::1").getAddress();
        long tsi = Tsi.of(Captured.GSI, 0x976c).value();
        assertThat(written(PacketWriter.spm(packet, tsi, 5555, 0, 0, -1, source, false)))
                .isEqualTo(Captured.SPM_IPV6);
    }

    @Test
    void data() {
        byte[] data = Captured.ODATA_M2.clone();
        Arrays.fill(data, 0, PacketWriter.DATA_HEADER, (byte) 0xA5);
        int length = PacketWriter.data(data, data.length, PacketType.ODATA, OTHER_TSI, 5555, 2, 0);
        assertThat(length).isEqualTo(data.length);
        assertThat(data).isEqualTo(Captured.ODATA_M2);
    }

    @Test
    void repair() {
        byte[] data = Captured.ODATA_M2.clone();
        PacketWriter.repair(data, data.length, 0);
        assertThat(data).isEqualTo(Captured.RDATA_M2);
    }

    @Test
    void ncf() {
        assertThat(written(sequences(PacketType.NCF, OTHER_TSI, 2))).isEqualTo(Captured.NCF);
        assertThat(written(sequences(PacketType.NCF, OTHER_TSI, 3, 4, 5))).isEqualTo(Captured.NCF_LIST);
    }

    @Test
    void nak() {
        assertThat(written(sequences(PacketType.NAK, PLAYED_TSI, 101))).isEqualTo(Captured.NAK);
        assertThat(written(sequences(PacketType.NAK, PLAYED_TSI, 103, 104, 105)))
                .isEqualTo(Captured.NAK_LIST);
    }

    @Test
    void longestListOverIpv6Fits() {
        byte[] address = Captured.address("fd77::1").getAddress();
        int[] all = new int[PacketWriter.MOST_SEQUENCES];
        Arrays.setAll(all, i -> i - 10);
        int length = PacketWriter.sequences(packet, PacketType.NAK, TSI, 5555, all, 0, all.length, address, address);
        var reader = new PacketReader();
        assertThat(reader.read(packet, length)).isNull();
        assertThat(reader.sequenceCount()).isEqualTo(63);
        assertThat(reader.sequence(62)).isEqualTo(52);
        assertThat(reader.isAbout(address, address)).isTrue();
    }

    @Test
    void spmr() {
        assertThat(written(PacketWriter.spmr(packet, PLAYED_TSI, 5555))).isEqualTo(Captured.SPMR);
    }

    @Test
    @DisplayName("RFC 3208, 8: a computed checksum of zero is transmitted as all ones")
    void aSumOfZeroIsWrittenAsAllOnes() {
        int allOnes = 0;
        for (int port = 0; port < 65_536; port++) {
            int length = PacketWriter.spmr(packet, PLAYED_TSI, port);
            int checksum = Unsigned.uint16(packet, Header.CHECKSUM);
            assertThat(checksum).isNotZero();
            assertThat(Checksum.isRight(packet, length)).isTrue();
            allOnes += checksum == 0xFFFF ? 1 : 0;
        }
        assertThat(allOnes).isPositive();
    }

    private int sequences(PacketType type, long tsi, int... sequences) {
        return PacketWriter.sequences(packet, type, tsi, 5555, sequences, 0, sequences.length, SOURCE, GROUP);
    }

    private byte[] written(int length) {
        return Arrays.copyOf(packet, length);
    }
}
