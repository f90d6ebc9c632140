package io.zmq4j.multicast.pgm.receiver;

import static io.zmq4j.multicast.pgm.receiver.Packets.TSI;
import static io.zmq4j.multicast.pgm.receiver.Packets.data;
import static io.zmq4j.multicast.pgm.receiver.Packets.goodbye;
import static io.zmq4j.multicast.pgm.receiver.Packets.sequences;
import static io.zmq4j.multicast.pgm.receiver.Packets.spmBytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.multicast.pgm.PgmEvent;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.Segment;
import io.zmq4j.multicast.pgm.packet.Captured;
import io.zmq4j.multicast.pgm.packet.PacketReader;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.multicast.pgm.packet.Tsi;
import io.zmq4j.zmtp.wire.Unsigned;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody can send to a group: what that costs the others. */
class StrangersTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;
    private static final PgmOptions OPTIONS = PgmOptions.DEFAULT;
    private static final int WINDOW = OPTIONS.windowSequences();
    private static final InetAddress ELSEWHERE = Captured.address("10.77.0.66");
    private static final Tsi OTHER = Tsi.of(0xBAD, 1);

    private long now = Long.MAX_VALUE - 3 * SECOND;
    private final Dice dice = new Dice();
    private PgmReceiver receiver = receiver(OPTIONS);
    private final List<String> received = new ArrayList<>();
    private final List<PgmEvent> events = new ArrayList<>();

    /** Throws what it is told to. */
    private static final class Dice implements RandomGenerator {
        private final SplittableRandom random = new SplittableRandom(7);

        @Nullable
        RuntimeException defect;

        @Nullable
        Error shortage;

        @Override
        public long nextLong() {
            if (defect != null) {
                throw defect;
            }
            if (shortage != null) {
                throw shortage;
            }
            return random.nextLong();
        }
    }

    private PgmReceiver receiver(PgmOptions options) {
        return new PgmReceiver(options, Captured.RECEIVER, Captured.PORT, dice, now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "239.192.1.1", "0.0.0.0", "255.255.255.255", "127.0.0.1"})
    void pathToWhichNothingCanBeSentIsCountedAndNotUsed(String path) {
        receive(spmBytes(1, 0, -1, Captured.address(path)));
        odata(0, "a");
        odata(2, "c");
        assertThat(count(ReceiverCounter.PATHS_UNUSABLE)).isEqualTo(1);
        assertThat(sentWithin(SECOND)).extracting(Sent::type).containsOnly(PacketType.SPMR);

        receive(spmBytes(2, 0, 2, Captured.SOURCE));
        receive(spmBytes(3, 0, 2, Captured.address(path)));
        assertThat(count(ReceiverCounter.PATHS_UNUSABLE)).isEqualTo(2);
        assertThat(sentWithin(SECOND)).isNotEmpty().extracting(Sent::to).containsOnly(Captured.SOURCE);
    }

    @Test
    void whatGoesWrongWithOneSourceEndsWithItAndOthersGoOn() {
        receive(data(OTHER, PacketType.ODATA, 0, 0, "x"));
        odata(0, "a");
        dice.defect = new ArithmeticException("a defect");
        receive(data(OTHER, PacketType.ODATA, 2, 0, "z"));
        dice.defect = null;
        assertThat(events).contains(new PgmEvent.SourceGone(OTHER, PgmEvent.End.FAILED));
        assertThat(count(ReceiverCounter.SOURCES_FAILED)).isEqualTo(1);
        assertThat(receiver.sourceCount()).isEqualTo(1);
        odata(1, "b");
        // The other one begins anew.
        receive(data(OTHER, PacketType.ODATA, 3, 0, "again"));
        assertThat(received).containsExactly("x", "a", "b", "again");
    }

    @Test
    void whatGoesWrongWhileTimePassesEndsWithItsSourceToo() {
        receive(spmBytes(1, 0, -1, Captured.SOURCE));
        odata(0, "a");
        odata(2, "c");
        receive(data(OTHER, PacketType.ODATA, 0, 0, "x"));
        dice.defect = new ArithmeticException("a defect");
        assertThat(sentWithin(SECOND)).extracting(Sent::type).doesNotContain(PacketType.NAK);
        dice.defect = null;
        assertThat(count(ReceiverCounter.SOURCES_FAILED)).isEqualTo(1);
        receive(data(OTHER, PacketType.ODATA, 1, 0, "y"));
        assertThat(received).containsExactly("a", "x", "y");
        assertThat(receiver.bytesKept()).isZero();
    }

    @Test
    void aShortageOfMemoryEndsTheSourceThatNeededIt() {
        receive(data(OTHER, PacketType.ODATA, 0, 0, "x"));
        odata(0, "a");
        dice.shortage = new OutOfMemoryError("none left");
        receive(data(OTHER, PacketType.ODATA, 2, 0, "z"));
        dice.shortage = null;
        odata(1, "b");
        assertThat(received).containsExactly("x", "a", "b");
        assertThat(receiver.bytesKept()).isZero();
    }

    @Test
    void aMessageThatIsTooLargeForTheMemoryIsRefusedAndTold() {
        receiver = receiver(OPTIONS.withMaxMemory(1 << 20));
        receive(beginning(OTHER, 0, 1 << 30));
        for (int i = 1; i < 10_000; i++) {
            receive(data(OTHER, PacketType.ODATA, i, 0, null));
            assertThat(receiver.bytesKept()).isZero();
        }
        assertThat(events).containsExactly(new PgmEvent.MessageRefused(OTHER, 1));
        receive(data(OTHER, PacketType.ODATA, 10_000, 0, "x"));
        assertThat(received).containsExactly("x");
    }

    @Test
    void sourcesWithoutNumberThatBeginMessagesDoNotUseUpTheMemoryForOne() {
        receiver = receiver(OPTIONS.withMaxMemory(1 << 20));
        odata(0, "a");
        for (int i = 0; i < 1000; i++) {
            receive(beginning(Tsi.of(i, 1), 0, 2 << (i % 19)));
            assertThat(receiver.bytesKept()).isLessThanOrEqualTo(1 << 20);
        }
        assertThat(receiver.bytesKept()).isGreaterThan(1 << 19);
        // As much as its part, at least.
        receive(beginning(TSI, 1, 4000));
        assertThat(count(ReceiverCounter.MESSAGES_REFUSED)).isPositive();
        assertThat(events).noneMatch(event -> event.equals(new PgmEvent.MessageRefused(TSI, 1)));
        receive(rest(TSI, 2, 4000 - 1));
        assertThat(received).hasSize(2);
    }

    @Test
    void whoKeepsMostGivesWayToWhoNeedsLess() {
        receiver = receiver(OPTIONS.withMaxMemory(1 << 20));
        receive(data(OTHER, PacketType.ODATA, 0, 0, "x"));
        receive(beginning(OTHER, 1, (1 << 20) - 100));
        odata(0, "a");
        // A gap: its place in the window needs memory.
        odata(2, "c");
        assertThat(count(ReceiverCounter.SOURCES_STRIPPED)).isEqualTo(1);
        assertThat(count(ReceiverCounter.NO_MEMORY)).isZero();
        rdata(1, "b");
        assertThat(received).containsExactly("x", "a", "b", "c");
        // And who would have more than the others is refused himself.
        receive(beginning(OTHER, 2, 800_000));
        receive(beginning(TSI, 3, 900_000));
        assertThat(count(ReceiverCounter.SOURCES_STRIPPED)).isEqualTo(1);
        assertThat(events).contains(new PgmEvent.MessageRefused(TSI, 1));
    }

    @Test
    void whatIsTakenFromASourceIsLostAndTold() {
        receiver = receiver(OPTIONS.withMaxMemory(1 << 20));
        receive(data(OTHER, PacketType.ODATA, 0, 0, "x"));
        for (int i = 2; i < 700; i++) {
            receive(rest(OTHER, i, 1400));
        }
        assertThat(receiver.bytesKept()).isGreaterThan(1_000_000);
        odata(0, "a");
        receive(beginning(TSI, 1, 200_000));
        assertThat(events).contains(new PgmEvent.DataLost(OTHER, 699));
        receive(data(OTHER, PacketType.ODATA, 700, 0, "y"));
        assertThat(received).containsExactly("x", "a", "y");
    }

    @Test
    void addressesShareAndThenTheirSources() {
        receiver = receiver(OPTIONS.withMaxMemory(1 << 20));
        receive(beginning(TSI, 0, 20_000));
        for (int i = 0; i < 102; i++) {
            receive(beginning(Tsi.of(i, 1), 0, 10_000), ELSEWHERE);
        }
        // The one that has most is not of the address that has most.
        receive(beginning(OTHER, 0, 15_000), Captured.address("10.77.0.3"));
        assertThat(count(ReceiverCounter.SOURCES_STRIPPED)).isPositive();
        receive(rest(TSI, 1, 20_000 - 1));
        assertThat(received).hasSize(1);
        // More than each of the others, and less than all of them.
        receive(beginning(TSI, 2, 300_000));
        assertThat(events).noneMatch(event -> event.source().equals(TSI) && event instanceof PgmEvent.MessageRefused);
        assertThat(receiver.bytesKept()).isBetween(300_000L, 1L << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 0x4000_0000, 0x7FFF_0000, -0x4000_0000})
    void aForgedJumpMakesNoLossThatCannotBe(int far) {
        odata(0, "a");
        for (int i = 0; i < 4; i++) {
            receive(data(PacketType.ODATA, far + i, far, "x"));
        }
        for (int i = 0; i < 3; i++) {
            receive(spmBytes(i, far + 0x2000_0000, far + 0x2000_0001, Captured.SOURCE));
        }
        assertThat(lost()).isLessThan(200);
        assertThat(count(ReceiverCounter.LOST)).isEqualTo(lost());
        assertThat(count(ReceiverCounter.LOST_UNBELIEVED)).isGreaterThan(90_000);
    }

    @Test
    void manyForgedJumpsMakeNoMoreLossThanTheRateLetsBeSent() {
        odata(0, "a");
        for (int i = 1; i < 3000; i++) {
            receive(data(PacketType.ODATA, i * 500, i * 500, "x"));
            now += MILLI;
        }
        // 16 for each that came, and 12,500 bytes a second.
        assertThat(lost()).isBetween(2000L * 16, 3000L * 16 + 3 * 12_500 / 1500 + 64);
    }

    @Test
    void aLossThatCanBeIsTold() {
        receiver = receiver(OPTIONS.withRateKilobits(1000));
        odata(0, "a");
        // 83 packets a second.
        now += 40 * SECOND;
        int far = WINDOW + 2000;
        for (int i = 0; i < 4; i++) {
            receive(data(PacketType.ODATA, far + i, far, "x"));
        }
        assertThat(lost()).isEqualTo(far - 1);
    }

    @Test
    void confirmationsWithoutEndDoNotKeepItFromAsking() {
        receive(spmBytes(1, 0, -1, Captured.SOURCE));
        odata(0, "a");
        odata(2, "c");
        int naks = 0;
        for (int i = 0; i < 300; i++) {
            receive(sequences(i % 2 == 0 ? PacketType.NCF : PacketType.NAK, 1));
            naks += sentWithin(100 * MILLI).size();
        }
        assertThat(naks).isGreaterThan(20);
        assertThat(received).containsExactly("a", "c");
    }

    @Test
    void requestsOfOthersWithoutEndDoNotKeepItFromItsOwn() {
        receive(data(Tsi.of(0x010203040506L, 0x40ce), PacketType.ODATA, 0, 0, "a"));
        List<Sent> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            receive(Captured.SPMR);
            requests.addAll(sentWithin(500 * MILLI));
        }
        assertThat(requests).isNotEmpty();
    }

    @Test
    void whoAlwaysLacksSomethingDoesNotKeepOthersFromAsking() {
        for (int i = 0; i < 20; i++) {
            long tsi = Tsi.of(i, 1).value();
            byte[] packet = new byte[PacketWriter.LONGEST_CONTROL];
            int length = PacketWriter.spm(packet, tsi, Captured.PORT, 1, 0, 0, ELSEWHERE.getAddress(), false);
            receive(data(new Tsi(tsi), PacketType.ODATA, 0, 0, "x"));
            receive(Arrays.copyOf(packet, length));
            length = PacketWriter.spm(packet, tsi, Captured.PORT, 2, 0, WINDOW - 1, ELSEWHERE.getAddress(), false);
            receive(Arrays.copyOf(packet, length));
        }
        sentWithin(SECOND);
        receive(spmBytes(1, 0, -1, Captured.SOURCE));
        odata(0, "a");
        odata(2, "c");
        assertThat(sentWithin(4 * SECOND)).extracting(Sent::to).contains(Captured.SOURCE);
    }

    @Test
    void aForgedGoodbyeIsTakenBackByWhatTheSourceSends() {
        odata(0, "a");
        receive(goodbye(1));
        odata(1, "b");
        sentWithin(60 * SECOND);
        assertThat(receiver.sourceCount()).isEqualTo(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void onePacketMakesWorkForManyOnlyNowAndThen() {
        PgmOptions large = OPTIONS.withRateKilobits(1_000_000);
        int window = large.windowSequences();
        receiver = receiver(large);
        odata(0, "a");
        odata(window, "x");
        odata(2 * window, "x");
        assertThat(count(ReceiverCounter.STRAYS)).isEqualTo(1);
        // A small gap is no work.
        odata(window + 10, "y");
        assertThat(count(ReceiverCounter.STRAYS)).isEqualTo(1);
        now += SECOND;
        odata(2 * window, "x");
        assertThat(count(ReceiverCounter.STRAYS)).isEqualTo(1);
    }

    @Test
    void whoComesToAFullHouseTakesAPlaceOfAnAddressThatHasMany() {
        receiver = receiver(OPTIONS.withMaxSources(10));
        for (int i = 0; i < 10; i++) {
            receive(data(Tsi.of(i, 1), PacketType.ODATA, 0, 0, "forged"), ELSEWHERE);
            now += MILLI;
        }
        odata(0, "a");
        assertThat(received).endsWith("a");
        assertThat(events)
                .endsWith(
                        new PgmEvent.SourceGone(Tsi.of(0, 1), PgmEvent.End.REPLACED),
                        new PgmEvent.SourceJoined(TSI, Captured.SOURCE));
        receive(data(Tsi.of(99, 1), PacketType.ODATA, 0, 0, "forged"), ELSEWHERE);
        assertThat(count(ReceiverCounter.SOURCES_REFUSED)).isEqualTo(1);
    }

    @Test
    void whoComesToAFullHouseTakesThePlaceOfWhoHasLeftWithoutAWord() {
        receiver = receiver(OPTIONS.withMaxSources(10));
        for (int i = 0; i < 10; i++) {
            receive(data(Tsi.of(i, 1), PacketType.ODATA, 0, 0, "x"));
            now += SECOND;
        }
        odata(0, "a");
        assertThat(received).doesNotContain("a");
        now += 60 * SECOND;
        odata(1, "b");
        assertThat(received).endsWith("b");
        assertThat(events).contains(new PgmEvent.SourceGone(Tsi.of(0, 1), PgmEvent.End.REPLACED));
    }

    /** A packet it sent, where to. */
    private record Sent(byte[] bytes, InetAddress to) {
        PacketType type() {
            var reader = new PacketReader();
            assertThat(reader.read(bytes, bytes.length)).isNull();
            return reader.type();
        }
    }

    /** A message of one frame begins, whose first octet is there. */
    private static byte[] beginning(Tsi tsi, int sequence, int size) {
        byte[] packet = new byte[50];
        int end = Segment.FORMAT.putHeader(packet, PacketWriter.DATA_HEADER + Segment.HEADER, 0, size) + 1;
        return Arrays.copyOf(
                packet, PacketWriter.data(packet, end, PacketType.ODATA, tsi.value(), Captured.PORT, sequence, 0));
    }

    /** So much more of it. */
    private static byte[] rest(Tsi tsi, int sequence, int size) {
        byte[] packet = new byte[PacketWriter.DATA_HEADER + Segment.HEADER + size];
        Unsigned.putUint16(packet, PacketWriter.DATA_HEADER, Segment.NO_START);
        PacketWriter.data(packet, packet.length, PacketType.ODATA, tsi.value(), Captured.PORT, sequence, 0);
        return packet;
    }

    private void odata(int sequence, String text) {
        receive(data(PacketType.ODATA, sequence, 0, text));
    }

    private void rdata(int sequence, String text) {
        receive(data(PacketType.RDATA, sequence, 0, text));
    }

    private void receive(byte[] packet) {
        receive(packet, Captured.SOURCE);
    }

    private void receive(byte[] packet, InetAddress from) {
        receiver.receive(packet, packet.length, from, Captured.GROUP, now);
        drain();
    }

    private void drain() {
        for (Message message = receiver.nextMessage(); message != null; message = receiver.nextMessage()) {
            received.add(message.text());
        }
        for (PgmEvent event = receiver.nextEvent(); event != null; event = receiver.nextEvent()) {
            events.add(event);
        }
    }

    private List<Sent> sentWithin(long nanos) {
        var all = new ArrayList<Sent>();
        long end = now + nanos;
        while (true) {
            long wait = receiver.nanosToNext(now);
            if (wait > end - now) {
                now = end;
                return all;
            }
            now += wait;
            for (OutgoingPacket packet = receiver.nextPacket(now); packet != null; packet = receiver.nextPacket(now)) {
                all.add(new Sent(Arrays.copyOf(packet.bytes(), packet.length()), packet.destination()));
            }
            drain();
        }
    }

    private long lost() {
        return events.stream()
                .mapToLong(event -> event instanceof PgmEvent.DataLost lost ? lost.packets() : 0)
                .sum();
    }

    private long count(ReceiverCounter what) {
        return receiver.counters().count(what);
    }
}
