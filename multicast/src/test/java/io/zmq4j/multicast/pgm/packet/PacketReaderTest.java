package io.zmq4j.multicast.pgm.packet;

import static io.zmq4j.multicast.pgm.packet.Captured.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PacketReaderTest {
    private final PacketReader reader = new PacketReader();

    @Test
    void spmOfLibzmq() {
        assertThat(read(Captured.FIRST_SPM)).isNull();
        assertThat(reader.type()).isEqualTo(PacketType.SPM);
        assertThat(new Tsi(reader.tsi())).hasToString("b7c6d1bc038a:16590");
        assertThat(reader.dataPort()).isEqualTo(5555);
        assertThat(reader.sequence()).isZero();
        assertThat(reader.trail()).isZero();
        assertThat(reader.lead()).isEqualTo(-1);
        assertThat(reader.pathAddress()).isEqualTo(Captured.SOURCE);
        assertThat(reader.endsSession()).isFalse();
    }

    @Test
    void lastSpmOfLibzmq() {
        assertThat(read(Captured.LAST_SPM)).isNull();
        assertThat(reader.sequence()).isEqualTo(21);
        assertThat(reader.lead()).isEqualTo(64);
        assertThat(reader.endsSession()).isTrue();
    }

    @Test
    void spmOverIpv6OfLibzmq() {
        assertThat(read(Captured.SPM_IPV6)).isNull();
        assertThat(reader.pathAddress()).isEqualTo(Captured.address("fd77::1"));
    }

    @Test
    void dataOfLibzmq() {
        assertThat(read(Captured.ODATA_FRAMES)).isNull();
        assertThat(reader.type()).isEqualTo(PacketType.ODATA);
        assertThat(reader.sequence()).isEqualTo(1);
        assertThat(reader.trail()).isZero();
        assertThat(reader.isFragment()).isFalse();
        assertThat(Arrays.copyOfRange(reader.bytes(), reader.payloadAt(), reader.payloadEnd()))
                .isEqualTo(hex("0000020161030162620100"));
        assertThat(read(Captured.RDATA_M2)).isNull();
        assertThat(reader.type()).isEqualTo(PacketType.RDATA);
    }

    @Test
    void nakOfLibzmqHasThePortsTheOtherWayRound() {
        assertThat(read(Captured.NAK)).isNull();
        assertThat(reader.type()).isEqualTo(PacketType.NAK);
        assertThat(reader.tsi()).isEqualTo(Tsi.of(0x010203040506L, 0x40ce).value());
        assertThat(reader.dataPort()).isEqualTo(5555);
        assertThat(reader.sequenceCount()).isEqualTo(1);
        assertThat(reader.sequence(0)).isEqualTo(101);
        assertThat(reader.isAbout(Captured.SOURCE.getAddress(), Captured.GROUP.getAddress()))
                .isTrue();
        assertThat(reader.isAbout(Captured.GROUP.getAddress(), Captured.GROUP.getAddress()))
                .isFalse();
        assertThat(reader.isAbout(Captured.SOURCE.getAddress(), Captured.SOURCE.getAddress()))
                .isFalse();
    }

    @Test
    void listsOfLibzmq() {
        assertThat(read(Captured.NAK_LIST)).isNull();
        assertThat(sequences()).containsExactly(103, 104, 105);
        assertThat(read(Captured.NCF_LIST)).isNull();
        assertThat(reader.type()).isEqualTo(PacketType.NCF);
        assertThat(sequences()).containsExactly(3, 4, 5);
        // What one packet had is not there in the next.
        assertThat(read(Captured.NCF)).isNull();
        assertThat(sequences()).containsExactly(2);
    }

    @Test
    void spmrOfLibzmq() {
        assertThat(read(Captured.SPMR)).isNull();
        assertThat(reader.type()).isEqualTo(PacketType.SPMR);
        assertThat(reader.tsi()).isEqualTo(Tsi.of(0x010203040506L, 0x40ce).value());
    }

    @Test
    void fragment() {
        assertThat(read(Captured.ODATA_FRAGMENT)).isNull();
        assertThat(reader.isFragment()).isTrue();
        assertThat(reader.fragmentFirst()).isZero();
        assertThat(reader.fragmentOffset()).isZero();
        assertThat(reader.fragmentTotal()).isEqualTo(9);
        assertThat(reader.payloadEnd() - reader.payloadAt()).isEqualTo(7);
    }

    @Test
    void everyCutIsRefused() {
        for (byte[] packet : Captured.all()) {
            for (int length = 0; length < packet.length; length++) {
                byte[] cut = Arrays.copyOf(packet, length);
                if (length >= Header.SIZE) {
                    Captured.resummed(cut);
                }
                assertThat(read(cut))
                        .as("%d of %d octets", length, packet.length)
                        .isNotNull();
            }
        }
    }

    @Test
    void everyBitIsGuardedByTheChecksum() {
        for (byte[] packet : Captured.all()) {
            for (int bit = 0; bit < packet.length * 8; bit++) {
                byte[] flipped = packet.clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                assertThat(read(flipped)).as("bit %d", bit).isNotNull();
            }
        }
    }

    @Test
    @DisplayName("RFC 3208, 8: data MUST have a checksum, others need none")
    void onlyDataNeedsAChecksum() {
        byte[] data = Captured.ODATA_HELLO.clone();
        data[6] = 0;
        data[7] = 0;
        assertThat(read(data)).isEqualTo(Garbled.CHECKSUM);
        byte[] nak = Captured.NAK.clone();
        nak[6] = 0;
        nak[7] = 0;
        assertThat(read(nak)).isNull();
    }

    @Test
    void anythingMutatedIsReadOrRefused() {
        var random = new SplittableRandom(20260101);
        for (byte[] packet : Captured.all()) {
            for (int at = 0; at < packet.length; at++) {
                for (int value = 0; value < 256; value++) {
                    byte[] mutated = packet.clone();
                    mutated[at] = (byte) value;
                    readAll(Captured.resummed(mutated));
                }
            }
            for (int round = 0; round < 2000; round++) {
                byte[] mutated = packet.clone();
                for (int i = 0; i < 4; i++) {
                    mutated[random.nextInt(4, mutated.length)] = (byte) random.nextInt();
                }
                readAll(Captured.resummed(mutated));
            }
        }
    }

    /** Whatever it accepts, it can answer for. */
    private void readAll(byte[] packet) {
        if (read(packet) != null) {
            return;
        }
        assertThat(reader.payloadAt()).isBetween(Header.SIZE, packet.length);
        switch (reader.type()) {
            case SPM -> assertThat(reader.pathAddress()).isNotNull();
            case NAK, NCF -> assertThat(sequences()).hasSizeBetween(1, 63);
            case ODATA, RDATA -> {
                if (reader.isFragment()) {
                    assertThat(reader.fragmentFirst() + reader.fragmentOffset() + reader.fragmentTotal())
                            .isNotNull();
                }
            }
            case SPMR -> assertThat(reader.payloadAt()).isEqualTo(Header.SIZE);
        }
    }

    @Test
    void typesOfOthersAreRefused() {
        for (int type = 0; type < 256; type++) {
            byte[] packet = Captured.SPMR.clone();
            packet[Header.TYPE] = (byte) type;
            Garbled garbled = read(Captured.resummed(packet));
            boolean known = type == 0 || type == 4 || type == 5 || type == 8 || type == 0x0A || type == 0x0C;
            assertThat(garbled == Garbled.UNKNOWN_TYPE).as("type %d", type).isEqualTo(!known);
        }
    }

    @Test
    void parityIsRefused() {
        byte[] packet = Captured.ODATA_HELLO.clone();
        packet[Header.OPTION_FLAGS] = (byte) 0x80;
        assertThat(read(Captured.resummed(packet))).isEqualTo(Garbled.PARITY);
    }

    @Test
    void lengthThatIsNotTheDatasIsRefused() {
        byte[] packet = Captured.ODATA_HELLO.clone();
        packet[Header.TSDU_LENGTH + 1]++;
        assertThat(read(Captured.resummed(packet))).isEqualTo(Garbled.LENGTH_MISMATCH);
        byte[] longer = Arrays.copyOf(Captured.ODATA_HELLO, Captured.ODATA_HELLO.length + 1);
        assertThat(read(Captured.resummed(longer))).isEqualTo(Garbled.LENGTH_MISMATCH);
    }

    @Test
    void addressOfAnotherFamilyIsRefused() {
        byte[] packet = Captured.FIRST_SPM.clone();
        packet[29] = 3;
        assertThat(read(Captured.resummed(packet))).isEqualTo(Garbled.ADDRESS_FAMILY);
    }

    @Test
    void trailBeyondTheLeadIsRefused() {
        byte[] empty = Captured.FIRST_SPM.clone();
        empty[Header.TRAIL + 3] = 1;
        assertThat(read(Captured.resummed(empty))).isEqualTo(Garbled.WINDOW);
        byte[] data = Captured.ODATA_HELLO.clone();
        data[Header.TRAIL + 3] = 1;
        assertThat(read(Captured.resummed(data))).isEqualTo(Garbled.WINDOW);
    }

    @Test
    void optionOfLengthZeroIsRefusedAndEnds() {
        assertThat(read(withOptions("0004000c" + "01000000" + "8e040000"))).isEqualTo(Garbled.MALFORMED_OPTIONS);
    }

    @Test
    void optionsThatDoNotAddUpAreRefused() {
        // No OPT_LENGTH first; one of a wrong length; total beyond the packet; no end; an end too early; nothing in it.
        for (String options : new String[] {
            "8e040000",
            "00050008" + "8e040000",
            "00040010" + "8e040000",
            "00040008" + "0e040000",
            "0004000c" + "8e040000" + "8e040000",
            "00040004",
            "00040008" + "8e080000",
            "8004" + "0004"
        }) {
            assertThat(read(withOptions(options))).as(options).isEqualTo(Garbled.MALFORMED_OPTIONS);
        }
    }

    @Test
    void moreThanSixteenOptionsAreRefused() {
        String most = "00040040" + "0d040000".repeat(14) + "8d040000";
        assertThat(read(withOptions(most))).isNull();
        String more = "00040044" + "0d040000".repeat(15) + "8d040000";
        assertThat(read(withOptions(more))).isEqualTo(Garbled.MALFORMED_OPTIONS);
    }

    @Test
    void optionsWithoutAMeaningHereAreSkipped() {
        // OPT_JOIN, OPT_SYN, OPT_PARITY_PRM; then the goodbye.
        assertThat(read(withOptions("0004001c" + "0308000000000001" + "0d040000" + "0808000000000010" + "8e040000")))
                .isNull();
        assertThat(reader.endsSession()).isTrue();
    }

    @Test
    void optionThatNobodyDefinedIsRefused() {
        assertThat(read(withOptions("00040008" + "d5040000"))).isEqualTo(Garbled.UNKNOWN_OPTION);
    }

    @Test
    void optionStruckOutByTheNetworkIsSkipped() {
        assertThat(read(withOptions("00040008" + "ff040000"))).isNull();
    }

    @Test
    void optionsThatBelongElsewhereAreRefused() {
        // A fragment of an SPM, a list of NAKs in an SPM.
        assertThat(read(withOptions("00040014" + "81100000000000000000000000000009")))
                .isEqualTo(Garbled.MALFORMED_OPTIONS);
        assertThat(read(withOptions("0004000c" + "8208000000000001"))).isEqualTo(Garbled.MALFORMED_OPTIONS);
    }

    private static byte[] withOptions(String options) {
        byte[] spm = Arrays.copyOf(Captured.FIRST_SPM, Captured.FIRST_SPM.length + options.length() / 2);
        System.arraycopy(hex(options), 0, spm, Captured.FIRST_SPM.length, options.length() / 2);
        spm[Header.OPTION_FLAGS] = Header.OPTIONS_PRESENT;
        return Captured.resummed(spm);
    }

    private Garbled read(byte[] packet) {
        return reader.read(packet, packet.length);
    }

    private int[] sequences() {
        int[] sequences = new int[reader.sequenceCount()];
        for (int i = 0; i < sequences.length; i++) {
            sequences[i] = reader.sequence(i);
        }
        return sequences;
    }
}
