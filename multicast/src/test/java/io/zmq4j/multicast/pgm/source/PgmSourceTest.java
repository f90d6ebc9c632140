package io.zmq4j.multicast.pgm.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.packet.Captured;
import io.zmq4j.multicast.pgm.packet.Garbled;
import io.zmq4j.multicast.pgm.packet.PacketReader;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.multicast.pgm.packet.Tsi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PgmSourceTest {
    private static final long MILLI = 1_000_000;
    private static final Tsi TSI = Tsi.of(Captured.GSI, 0x40ce);
    private static final PgmOptions FAST = PgmOptions.DEFAULT.withRateKilobits(1_000_000);

    private long now = Long.MAX_VALUE - 3000 * MILLI;
    private final PacketReader reader = new PacketReader();

    @Test
    void beginsAndEndsAsLibzmqDoes() {
        PgmSource source = source(FAST, 0);
        List<byte[]> packets = packets(source);
        assertThat(packets).hasSize(3);
        assertThat(packets.get(0)).isEqualTo(Captured.FIRST_SPM);
        source.offer(Message.of("hello"));
        assertThat(packets(source)).containsExactly(Captured.ODATA_HELLO);
        source.offer(Message.of("a", "bb", ""));
        source.finish();
        packets = packets(source);
        assertThat(packets.get(0)).isEqualTo(Captured.ODATA_FRAMES);
        assertThat(packets).hasSize(4);
        assertThat(reader.read(packets.get(3), packets.get(3).length)).isNull();
        assertThat(reader.endsSession()).isTrue();
        assertThat(reader.lead()).isEqualTo(1);
        assertThat(source.isFinished()).isTrue();
        assertThat(source.nanosToNext(now)).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> source.offer(Message.empty())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName(
            "RFC 3208, 5.1.1: a source MUST number ODATA in the order in which it is submitted, and send it in sequence")
    void dataIsNumberedInTheOrderOfItsMessages() {
        PgmSource source = opened(FAST, -2);
        var sequences = new ArrayList<Integer>();
        for (String text : List.of("a", "b", "c", "d")) {
            source.offer(Message.of(text));
            byte[] packet = packets(source).get(0);
            assertThat(typeOf(packet)).isEqualTo(PacketType.ODATA);
            assertThat(packet).endsWith(text.getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.tsi()).isEqualTo(TSI.value());
            sequences.add(reader.sequence());
        }
        assertThat(sequences).containsExactly(-2, -1, 0, 1);
    }

    @Test
    @DisplayName(
            "RFC 3208, 5.1.3: a source MUST send pending NCFs first, pending SPMs second, data when there is neither")
    void confirmationsGoBeforeSpmsAndSpmsBeforeData() {
        PgmSource source = opened(FAST, 0);
        source.offer(Message.of("x"));
        packets(source);
        now += 30 * MILLI;
        source.offer(Message.of("y"));
        requestSpm(source);
        nak(source, 0);
        assertThat(packets(source))
                .extracting(this::typeOf)
                .startsWith(PacketType.NCF, PacketType.SPM)
                .containsExactlyInAnyOrder(PacketType.NCF, PacketType.SPM, PacketType.RDATA, PacketType.ODATA);
    }

    @Test
    @DisplayName(
            "RFC 3208, 8.1 and 8.2: SPM, ODATA and RDATA tell the current trailing edge, SPM the leading one as well")
    void everyPacketTellsTheWindowAsItIs() {
        PgmOptions options = FAST.withRecoveryMillis(1);
        PgmSource source = opened(options, 0);
        int lead = options.windowSequences() + 5;
        byte[] last = {};
        for (int i = 0; i <= lead; i++) {
            source.offer(Message.of("x"));
            now += MILLI;
            last = packets(source).get(0);
        }
        requestSpm(source);
        nak(source, 10);
        List<byte[]> answers = packets(source);
        assertThat(answers).extracting(this::typeOf).containsExactly(PacketType.NCF, PacketType.SPM, PacketType.RDATA);
        assertThat(typeOf(answers.get(1))).isEqualTo(PacketType.SPM);
        assertThat(reader.lead()).isEqualTo(lead);
        for (byte[] packet : List.of(last, answers.get(1), answers.get(2))) {
            assertThat(typeOf(packet)).isNotNull();
            assertThat(reader.trail()).isEqualTo(6);
        }
    }

    @Test
    void requestsForSpmsTakeASmallPartOfTheRate() {
        // 125 bytes a second, and an SPM has 84.
        PgmSource source = opened(PgmOptions.DEFAULT.withRateKilobits(1), 0);
        now += 60_000 * MILLI;
        packets(source);
        int spms = 0;
        for (int i = 0; i < 100_000; i++) {
            now += MILLI;
            requestSpm(source);
            spms += packets(source).size();
        }
        assertThat(spms).isBetween(10, 100 * 125 / 8 / 84);
        source.offer(Message.of("x"));
        assertThat(packets(source)).extracting(this::typeOf).contains(PacketType.ODATA);
    }

    @Test
    void whatHasGoneInNoPacketIsUnsent() {
        PgmSource source = opened(FAST, 0);
        assertThat(source.offer(Message.of("a"))).isTrue();
        assertThat(source.offer(Message.of("b".repeat(2000)))).isTrue();
        assertThat(source.offer(Message.of("c"))).isFalse();
        assertThat(source.unsent(false)).isEqualTo(2);
        assertThat(source.nextPacket(now)).isNotNull();
        assertThat(source.unsent(false)).isEqualTo(1);
        assertThat(source.unsent(true)).as("if that was not sent").isEqualTo(2);
        assertThat(source.nextPacket(now)).isNotNull();
        assertThat(source.unsent(false)).isZero();
        assertThat(source.unsent(true)).isEqualTo(1);
        assertThat(source.nextPacket(now)).isNull();
        assertThat(source.unsent(true)).isZero();
    }

    @Test
    @DisplayName("RFC 3208, 6.2: an SPM is in sequence if its number is greater than that of the one before")
    void spmsAreNumberedOneAfterTheOther() {
        PgmSource source = source(FAST, 0);
        List<byte[]> spms = packets(source);
        now += 30_000 * MILLI;
        spms.addAll(packets(source));
        assertThat(spms)
                .extracting(packet -> typeOf(packet) == PacketType.SPM ? reader.sequence() : -1)
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    @DisplayName("RFC 3208, 9.7: OPT_FIN MUST appear in every SPM sent after the last ODATA")
    void everySpmAfterTheLastDataSaysThatItWasTheLast() {
        PgmSource source = opened(FAST, 0);
        source.offer(Message.of("x"));
        source.finish();
        List<byte[]> packets = packets(source);
        assertThat(packets)
                .extracting(this::typeOf)
                .containsExactly(PacketType.ODATA, PacketType.SPM, PacketType.SPM, PacketType.SPM);
        for (byte[] spm : packets.subList(1, 4)) {
            assertThat(typeOf(spm)).isEqualTo(PacketType.SPM);
            assertThat(reader.endsSession()).isTrue();
            assertThat(reader.lead()).isZero();
        }
    }

    @Test
    void heartbeatsGrowRareAfterData() {
        PgmSource source = opened(FAST, 0);
        source.offer(Message.of("x"));
        packets(source);
        var millis = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            long wait = source.nanosToNext(now);
            millis.add(wait / MILLI);
            now += wait - 1;
            assertThat(source.nextPacket(now)).isNull();
            now++;
            assertThat(packets(source)).hasSize(1);
        }
        assertThat(millis)
                .containsExactly(
                        100L, 100L, 100L, 100L, 1300L, 7000L, 16_000L, 25_000L, 30_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    @DisplayName("RFC 3208, 5.1.4: a source MUST transmit SPMs interleaved with data")
    void ambientSpmsComeAmongData() {
        PgmSource source = opened(FAST, 0);
        int spms = 0;
        for (int i = 0; i < 700; i++) {
            now += 50 * MILLI;
            source.offer(Message.of("x"));
            for (byte[] packet : packets(source)) {
                spms += typeOf(packet) == PacketType.SPM ? 1 : 0;
            }
        }
        assertThat(spms).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "RFC 3208, 5.2: a source MUST immediately multicast an NCF in response to any NAK; 5.3: and then RDATA")
    void nakIsConfirmedAndThenRepaired() {
        PgmSource source = opened(FAST, -1);
        source.offer(Message.of("m2"));
        byte[] data = packets(source).get(0);
        nak(source, -1);
        List<byte[]> answers = packets(source);
        assertThat(answers).extracting(this::typeOf).containsExactly(PacketType.NCF, PacketType.RDATA);
        byte[] asData = answers.get(1);
        asData[4] = (byte) PacketType.ODATA.code();
        assertThat(Captured.resummed(asData)).isEqualTo(data);
    }

    @Test
    @DisplayName(
            "RFC 3208, 9.3.4: a source MUST respond to a NAK with an identical NCF, then send RDATA for all of the list")
    void listIsAnsweredWithAList() {
        PgmSource source = opened(FAST, 0);
        for (int i = 0; i < 5; i++) {
            source.offer(Message.of("m" + i));
            packets(source);
        }
        nak(source, 1, 2, 4);
        List<byte[]> answers = packets(source);
        assertThat(answers)
                .extracting(this::typeOf)
                .containsExactly(PacketType.NCF, PacketType.RDATA, PacketType.RDATA, PacketType.RDATA);
        byte[] address = Captured.SOURCE.getAddress();
        byte[] group = Captured.GROUP.getAddress();
        assertThat(answers.get(0))
                .isEqualTo(sequences(PacketType.NCF, TSI.value(), Captured.PORT, address, group, 1, 2, 4));
        assertThat(answers.subList(1, 4))
                .extracting(packet -> typeOf(packet) == PacketType.RDATA ? reader.sequence() : -1)
                .containsExactly(1, 2, 4);
    }

    @Test
    void whatWasNeverSentOrIsNoLongerKeptIsAnsweredWithAnSpm() {
        PgmSource source = opened(FAST, 10);
        source.offer(Message.of("x"));
        packets(source);
        now += 30 * MILLI;
        nak(source, 9, 11);
        assertThat(packets(source)).extracting(this::typeOf).containsExactly(PacketType.SPM);
        assertThat(source.counters().count(SourceCounter.NAKS_OUTSIDE_WINDOW)).isEqualTo(2);
    }

    @Test
    void windowIsRateTimesRecoveryInterval() {
        PgmOptions options = PgmOptions.DEFAULT.withRateKilobits(2400).withRecoveryMillis(10_000);
        assertThat(options.windowSequences()).isEqualTo(2000);
        assertThat(PgmOptions.DEFAULT.windowSequences()).isEqualTo(1024);
        PgmSource source = opened(options.withRateKilobits(2400), 0);
        for (int i = 0; i < 2001; i++) {
            source.offer(Message.of("x"));
            now += MILLI;
            packets(source);
        }
        nak(source, 0);
        now += 20 * MILLI;
        assertThat(packets(source)).extracting(this::typeOf).containsExactly(PacketType.SPM);
        nak(source, 1);
        assertThat(packets(source)).extracting(this::typeOf).containsExactly(PacketType.NCF, PacketType.RDATA);
    }

    @Test
    void rateIsKept() {
        PgmSource source = opened(PgmOptions.DEFAULT, 0);
        long start = now;
        long bytes = 0;
        Message message = Message.wrap(new byte[1000]);
        while (now - start < 20_000 * MILLI) {
            while (source.offer(message)) {}
            for (byte[] packet : packets(source)) {
                bytes += packet.length + 48;
            }
            now += source.nanosToNext(now);
        }
        // 20 s of 12,500 bytes/s, and the burst.
        assertThat(bytes).isBetween(250_000L, 250_000L + 14_000);
    }

    @Test
    void stormOfNaksCostsOneAnswerAMoment() {
        PgmSource source = opened(FAST, 0);
        source.offer(Message.of("x"));
        packets(source);
        var answers = new ArrayList<PacketType>();
        for (int i = 0; i < 10_000; i++) {
            nak(source, 0);
            packets(source).forEach(packet -> answers.add(typeOf(packet)));
            now += MILLI / 1000;
        }
        assertThat(answers).containsExactly(PacketType.NCF, PacketType.RDATA);
        assertThat(source.counters().count(SourceCounter.NAKS)).isEqualTo(10_000);
        assertThat(source.counters().count(SourceCounter.NAKS_ANSWERED_ALREADY)).isEqualTo(9_999);
    }

    @Test
    void stormOfRandomNaksLeavesTheRateAndHalfOfItForData() {
        PgmOptions options = PgmOptions.DEFAULT.withRateKilobits(10_000);
        PgmSource source = opened(options, 0);
        Message message = Message.wrap(new byte[1300]);
        for (int i = 0; i < 5000; i++) {
            while (source.offer(message)) {}
            now += 2 * MILLI;
            packets(source);
        }
        var random = new SplittableRandom(3);
        long bytes = 0;
        long data = 0;
        long start = now;
        while (now - start < 1000 * MILLI) {
            for (int i = 0; i < 20; i++) {
                nak(source, random.nextInt(5000), random.nextInt(5000), random.nextInt(5000));
            }
            while (source.offer(message)) {}
            for (byte[] packet : packets(source)) {
                bytes += packet.length + 48;
                data += typeOf(packet) == PacketType.ODATA ? packet.length : 0;
            }
            now += MILLI;
        }
        // 1,250,000 of data, an eighth of that for NCFs, two bursts.
        assertThat(bytes).isLessThan(1_250_000 * 9 / 8 + 30_000);
        assertThat(data).isGreaterThan(500_000);
        assertThat(source.counters().count(SourceCounter.REPAIR_PACKETS)).isGreaterThan(300);
    }

    @Test
    void requestsForAnSpmAreAnsweredNotTooOften() {
        PgmSource source = opened(FAST, 0);
        int spms = 0;
        for (int i = 0; i < 1000; i++) {
            now += MILLI / 10;
            requestSpm(source);
            spms += packets(source).size();
        }
        assertThat(spms).isEqualTo(5);
    }

    @Test
    void whatIsNotForItChangesNothing() {
        PgmSource source = opened(FAST, 0);
        source.offer(Message.of("x"));
        packets(source);
        // Of another session; of another port; for another source or group; from a source.
        receive(source, Captured.NAK);
        byte[] otherPort = nakBytes(TSI.value(), 5556, Captured.SOURCE.getAddress(), Captured.GROUP.getAddress(), 0);
        receive(source, otherPort);
        byte[] address = Captured.address("10.77.0.9").getAddress();
        receive(source, nakBytes(TSI.value(), 5555, address, Captured.GROUP.getAddress(), 0));
        receive(source, nakBytes(TSI.value(), 5555, Captured.SOURCE.getAddress(), address, 0));
        receive(source, Captured.ODATA_HELLO);
        assertThat(source.counters().count(SourceCounter.NOT_FOR_US)).isEqualTo(5);
        receive(source, new byte[3]);
        assertThat(source.garbled().count(Garbled.TOO_SHORT)).isEqualTo(1);
        assertThat(packets(source)).isEmpty();
    }

    @Test
    void addressAndGroupAreOfOneFamily() {
        assertThatThrownBy(() -> new PgmSource(FAST, TSI, 0, Captured.address("::1"), Captured.GROUP, 5555, now))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("IPv6");
    }

    private PgmSource source(PgmOptions options, int firstSequence) {
        return new PgmSource(options, TSI, firstSequence, Captured.SOURCE, Captured.GROUP, Captured.PORT, now);
    }

    /** With its first SPMs behind it. */
    private PgmSource opened(PgmOptions options, int firstSequence) {
        PgmSource source = source(options, firstSequence);
        assertThat(packets(source)).hasSize(3);
        return source;
    }

    private List<byte[]> packets(PgmSource source) {
        var packets = new ArrayList<byte[]>();
        for (OutgoingPacket packet = source.nextPacket(now); packet != null; packet = source.nextPacket(now)) {
            assertThat(packet.destination()).isEqualTo(Captured.GROUP);
            packets.add(Arrays.copyOf(packet.bytes(), packet.length()));
        }
        return packets;
    }

    private PacketType typeOf(byte[] packet) {
        assertThat(reader.read(packet, packet.length)).isNull();
        return reader.type();
    }

    private void nak(PgmSource source, int... sequences) {
        receive(
                source,
                nakBytes(
                        TSI.value(),
                        Captured.PORT,
                        Captured.SOURCE.getAddress(),
                        Captured.GROUP.getAddress(),
                        sequences));
    }

    private static byte[] nakBytes(long tsi, int port, byte[] source, byte[] group, int... sequences) {
        return sequences(PacketType.NAK, tsi, port, source, group, sequences);
    }

    private static byte[] sequences(
            PacketType type, long tsi, int port, byte[] source, byte[] group, int... sequences) {
        byte[] packet = new byte[PacketWriter.LONGEST_CONTROL];
        int length = PacketWriter.sequences(packet, type, tsi, port, sequences, 0, sequences.length, source, group);
        return Arrays.copyOf(packet, length);
    }

    private void requestSpm(PgmSource source) {
        byte[] request = new byte[PacketWriter.LONGEST_CONTROL];
        source.receive(request, PacketWriter.spmr(request, TSI.value(), Captured.PORT), now);
    }

    private void receive(PgmSource source, byte[] packet) {
        source.receive(packet, packet.length, now);
    }
}
