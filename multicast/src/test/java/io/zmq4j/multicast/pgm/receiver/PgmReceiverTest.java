package io.zmq4j.multicast.pgm.receiver;

import static io.zmq4j.multicast.pgm.receiver.Packets.TSI;
import static io.zmq4j.multicast.pgm.receiver.Packets.data;
import static io.zmq4j.multicast.pgm.receiver.Packets.goodbye;
import static io.zmq4j.multicast.pgm.receiver.Packets.sequences;
import static io.zmq4j.multicast.pgm.receiver.Packets.spmBytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.OutgoingPacket;
import io.zmq4j.multicast.pgm.PgmEvent;
import io.zmq4j.multicast.pgm.PgmOptions;
import io.zmq4j.multicast.pgm.packet.Captured;
import io.zmq4j.multicast.pgm.packet.Garbled;
import io.zmq4j.multicast.pgm.packet.PacketReader;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.multicast.pgm.packet.Tsi;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PgmReceiverTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;
    private static final PgmOptions OPTIONS = PgmOptions.DEFAULT;
    private static final int WINDOW = OPTIONS.windowSequences();

    private long now = Long.MAX_VALUE - 3 * SECOND;
    private PgmReceiver receiver = receiver(OPTIONS);
    private final List<String> received = new ArrayList<>();
    private final PacketReader reader = new PacketReader();

    /** A packet it sent, where to. */
    private record Sent(byte[] bytes, InetAddress to) {}

    private PgmReceiver receiver(PgmOptions options) {
        return new PgmReceiver(options, Captured.RECEIVER, Captured.PORT, new SplittableRandom(7), now);
    }

    @Test
    void whatLibzmqSends() {
        for (byte[] packet :
                new byte[][] {Captured.FIRST_SPM, Captured.ODATA_HELLO, Captured.ODATA_FRAMES, Captured.LAST_SPM}) {
            receive(packet);
        }
        assertThat(received).containsExactly("hello", "a,bb,");
        assertThat(receiver.nextEvent())
                .isEqualTo(new PgmEvent.SourceJoined(Tsi.of(Captured.GSI, 0x40ce), Captured.SOURCE));
        assertThat(receiver.nextEvent()).isNull();
    }

    @Test
    @DisplayName("RFC 3208, 6.1: a receiver MUST deliver contiguous data in order, and discard duplicates")
    void dataIsDeliveredInOrderAndOnce() {
        odata(10, "a");
        odata(12, "c");
        odata(12, "c");
        odata(13, "d");
        assertThat(received).containsExactly("a");
        rdata(11, "b");
        rdata(11, "b");
        assertThat(received).containsExactly("a", "b", "c", "d");
        assertThat(count(ReceiverCounter.DUPLICATES)).isEqualTo(2);
        assertThat(count(ReceiverCounter.RECOVERED)).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 3208, 6.1: the first data packet defines the window; nothing before it is requested")
    void nothingBeforeTheFirstPacketIsAskedFor() {
        spm(1, 0, 99);
        odata(100, "a");
        assertThat(received).containsExactly("a");
        assertThat(sentWithin(SECOND)).isEmpty();
    }

    @Test
    @DisplayName("RFC 3208, 6.3: before transmitting a NAK, a receiver MUST wait some interval; then repeat and retry")
    void missingIsAskedForAgainAndAgainAndThenLost() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(3, "d");
        assertThat(sent()).isEmpty();
        assertThat(receiver.nanosToNext(now)).isBetween(MILLI, 50 * MILLI);
        List<Sent> naks = sentWithin(50 * MILLI);
        assertThat(naks).hasSize(1);
        assertNak(naks.get(0), 1, 2);
        naks = sentWithin(20 * SECOND);
        // 50 tries, each 200 ms and a back-off of up to 50.
        assertThat(naks).allSatisfy(nak -> assertNak(nak, 1, 2)).hasSize(49);
        assertThat(received).containsExactly("a", "d");
        assertThat(receiver.nextEvent()).isInstanceOf(PgmEvent.SourceJoined.class);
        assertThat(receiver.nextEvent()).isEqualTo(new PgmEvent.DataLost(TSI, 2));
        assertThat(count(ReceiverCounter.LOST)).isEqualTo(2);
    }

    @Test
    void gapAtTheEndIsSeenByTheSpm() {
        spm(1, 0, -1);
        odata(0, "a");
        spm(2, 0, 2);
        assertNak(sentWithin(50 * MILLI).get(0), 1, 2);
    }

    @Test
    @DisplayName("RFC 3208, 6.3: a receiver MUST suppress the NAK and wait NAK_RDATA_IVL if it hears a matching NCF")
    void ncfSuppressesTheNak() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(2, "c");
        ncf(1);
        assertThat(count(ReceiverCounter.NAKS_SUPPRESSED)).isEqualTo(1);
        assertThat(sentWithin(195 * MILLI)).isEmpty();
        assertNak(sentWithin(60 * MILLI).get(0), 1);
    }

    @Test
    void nakOfAnotherSuppressesOurs() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(2, "c");
        receive(sequences(PacketType.NAK, 1));
        assertThat(sentWithin(195 * MILLI)).isEmpty();
        assertNak(sentWithin(60 * MILLI).get(0), 1);
    }

    @Test
    void ncfTellsOfAPacketNobodyHasSeen() {
        spm(1, 0, -1);
        odata(0, "a");
        ncf(1);
        rdata(1, "b");
        assertThat(received).containsExactly("a", "b");
        assertThat(sentWithin(SECOND)).isEmpty();
    }

    @Test
    @DisplayName("RFC 3208, 6.3: a receiver MUST discard NCFs and NAKs for data outside the window or that it has")
    void confirmationsOfWhatIsThereOrFarAwayChangeNothing() {
        spm(1, 0, -1);
        for (int i = 0; i < 4; i++) {
            odata(i, "" + i);
        }
        odata(5, "5");
        ncf(2, 5);
        ncf(2 * WINDOW);
        ncf(0x4000_0000);
        receive(sequences(PacketType.NAK, -0x4000_0000, 5));
        assertThat(count(ReceiverCounter.NAKS_SUPPRESSED)).isZero();
        assertThat(sentWithin(50 * MILLI)).hasSize(1).allSatisfy(nak -> assertNak(nak, 4));
        rdata(4, "4");
        assertThat(received).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    @DisplayName("RFC 3208, 9.3.2: an NCF or NAK with a list suspends NAKs for all that is in it")
    void listOfAnotherSuppressesAllOfIt() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(6, "g");
        ncf(1, 2, 3);
        receive(sequences(PacketType.NAK, 4, 5));
        assertThat(count(ReceiverCounter.NAKS_SUPPRESSED)).isEqualTo(5);
        assertThat(sentWithin(195 * MILLI)).isEmpty();
    }

    @Test
    @DisplayName("RFC 3208, 6.3: a matching NCF or NAK during NAK_RDATA_IVL: the receiver MUST wait anew")
    void whileDataIsAwaitedNcfsAndNaksBeginTheWaitAnew() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(2, "c");
        for (int i = 0; i < 10; i++) {
            ncf(1);
            assertThat(sentWithin(190 * MILLI)).isEmpty();
            receive(sequences(PacketType.NAK, 1));
            assertThat(sentWithin(190 * MILLI)).isEmpty();
        }
        assertNak(sentWithin(70 * MILLI).get(0), 1);
    }

    @Test
    @DisplayName(
            "RFC 3208, 6.3: NAK generation is cancelled when NAK_DATA_RETRIES are exceeded: that is unrecoverable loss")
    void whatIsConfirmedAgainAndAgainAndNeverComesIsLost() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(2, "c");
        int naks = 0;
        for (int i = 0; i < 20_000; i++) {
            now += MILLI;
            for (Sent nak : sent()) {
                assertNak(nak, 1);
                ncf(1);
                naks++;
            }
        }
        assertThat(naks).isEqualTo(50);
        assertThat(received).containsExactly("a", "c");
        assertThat(receiver.nextEvent()).isInstanceOf(PgmEvent.SourceJoined.class);
        assertThat(receiver.nextEvent()).isEqualTo(new PgmEvent.DataLost(TSI, 1));
    }

    @Test
    @DisplayName("RFC 3208, 6.3: RDATA, or even ODATA, completes NAK generation at any time")
    void whatComesAtLastIsNotAskedForAnyMore() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(4, "e");
        odata(1, "b");
        assertNak(sentWithin(50 * MILLI).get(0), 2, 3);
        rdata(2, "c");
        ncf(3);
        odata(3, "d");
        assertThat(received).containsExactly("a", "b", "c", "d", "e");
        assertThat(sentWithin(SECOND)).isEmpty();
    }

    @Test
    @DisplayName("RFC 3208, 9.3: a NAK list MUST be ordered, without duplicates, and of at most 62")
    void manyMissingGoInNaksOf63() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(100, "z");
        List<Sent> naks = sentWithin(50 * MILLI);
        assertThat(naks).hasSize(2);
        assertThat(sequencesOf(naks.get(0))).hasSize(63).startsWith(1).endsWith(63);
        assertThat(sequencesOf(naks.get(1))).hasSize(36).endsWith(99);
        assertThat(naks)
                .allSatisfy(nak -> assertThat(sequencesOf(nak)).isSorted().doesNotHaveDuplicates());
    }

    @Test
    @DisplayName("RFC 3208, 6.2: a receiver MUST NOT initiate repair requests until it has received an SPM")
    void withoutAnSpmOneIsRequestedAndNoNakSent() {
        odata(0, "a");
        odata(2, "c");
        now += 24 * MILLI;
        assertThat(sent()).isEmpty();
        now += MILLI;
        List<Sent> requests = sent();
        assertThat(requests).extracting(Sent::to).containsExactly(Captured.GROUP, Captured.SOURCE);
        assertThat(requests).allSatisfy(request -> assertThat(request.bytes).isEqualTo(Captured.SPMR));
        assertThat(sentWithin(900 * MILLI)).isEmpty();
        spm(1, 0, 2);
        assertThat(sentWithin(250 * MILLI)).allSatisfy(nak -> assertNak(nak, 1)).isNotEmpty();
    }

    @Test
    void requestOfAnotherSuppressesOurs() {
        odata(0, "a");
        receive(Captured.SPMR);
        assertThat(sentWithin(990 * MILLI)).isEmpty();
        assertThat(sentWithin(20 * MILLI)).hasSize(2);
    }

    @Test
    @DisplayName("RFC 3208, 13.5: receipt of the SPM SHOULD cancel the SPMR")
    void anSpmMakesTheRequestNeedless() {
        odata(0, "a");
        spm(1, 0, 0);
        assertThat(sentWithin(10 * SECOND)).isEmpty();
    }

    @Test
    @DisplayName(
            "RFC 3208, 6.2: window information that is out of date SHOULD be ignored, the rest of the SPM processed")
    void ofAnSpmThatIsLateThePathCounts() {
        for (int i = 0; i < 5; i++) {
            odata(i, "" + i);
        }
        spm(1, 0, 2);
        odata(6, "6");
        assertNak(sentWithin(50 * MILLI).get(0), 5);
        assertThat(received).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    @DisplayName("RFC 3208, 8.1: a trail of 0 and a lead of 0x80000000 say that the SPM has no window information")
    void ofAnSpmWithoutAWindowThePathCounts() {
        spm(1, 0, 0x8000_0000);
        odata(7, "a");
        spm(2, 0, 0x8000_0000);
        odata(9, "c");
        assertThat(received).containsExactly("a");
        assertNak(sentWithin(50 * MILLI).get(0), 8);
    }

    @Test
    @DisplayName(
            "RFC 3208, 6.2: receivers MUST use the most recent SPM for NAK addressing, and discard those out of sequence")
    void naksGoWhereTheNewestSpmSays() {
        spm(5, 0, -1);
        InetAddress other = Captured.address("10.77.0.7");
        receive(spmBytes(6, 0, -1, other));
        receive(spmBytes(4, 0, -1, Captured.SOURCE));
        assertThat(count(ReceiverCounter.OLD_PATHS)).isEqualTo(1);
        odata(1, "b");
        assertThat(sentWithin(50 * MILLI)).extracting(Sent::to).containsExactly(other);
    }

    @Test
    void sourceOnThisMachineIsAskedThroughTheGroupAsWell() {
        receive(spmBytes(1, 0, -1, Captured.RECEIVER));
        odata(0, "a");
        // More than one NAK has room for.
        odata(101, "b");
        List<Sent> sent = sentWithin(50 * MILLI);
        assertThat(sent)
                .extracting(Sent::to)
                .containsExactly(Captured.RECEIVER, Captured.GROUP, Captured.RECEIVER, Captured.GROUP);
        assertThat(sent.get(1).bytes).isEqualTo(sent.get(0).bytes);
        assertThat(sent.get(3).bytes).isEqualTo(sent.get(2).bytes);
        assertThat(sequencesOf(sent.get(0))).startsWith(1).hasSize(PacketWriter.MOST_SEQUENCES);
        assertThat(sequencesOf(sent.get(2))).endsWith(100).hasSize(100 - PacketWriter.MOST_SEQUENCES);
        assertThat(count(ReceiverCounter.NAKS)).isEqualTo(100);
    }

    @Test
    void forgedSpmDoesNotSendNaksAstrayForEver() {
        spm(1, 0, -1);
        receive(spmBytes(0x7000_0000, 0, -1, Captured.address("10.77.0.66")));
        odata(1, "b");
        for (int i = 2; i < 5; i++) {
            spm(i, 0, 1);
        }
        assertThat(sentWithin(50 * MILLI)).extracting(Sent::to).containsExactly(Captured.SOURCE);
    }

    @Test
    void pathThatIsAGroupIsNotUsed() {
        receive(spmBytes(1, 0, -1, Captured.GROUP));
        odata(1, "b");
        assertThat(sentWithin(SECOND))
                .allSatisfy(packet -> assertThat(packet.bytes).hasSize(16));
    }

    @Test
    void trailOfTheSourceEndsTheWaiting() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(3, "d");
        receive(data(PacketType.ODATA, 4, 3, "e"));
        assertThat(received).containsExactly("a", "d", "e");
        assertThat(count(ReceiverCounter.LOST)).isEqualTo(2);
        // So does that of an SPM, here past all that was sent.
        spm(2, 8, 7);
        odata(8, "i");
        assertThat(received).endsWith("e", "i");
        assertThat(count(ReceiverCounter.LOST)).isEqualTo(5);
    }

    @Test
    void fullWindowEndsTheWaitingForTheOldest() {
        spm(1, 0, -1);
        odata(0, "0");
        for (int i = 2; i <= WINDOW; i++) {
            odata(i, "" + i);
        }
        assertThat(received).containsExactly("0");
        odata(WINDOW + 1, "last");
        assertThat(received).hasSize(WINDOW + 1).endsWith("last");
        assertThat(count(ReceiverCounter.LOST)).isEqualTo(1);
    }

    @Test
    void numbersWrap() {
        spm(1, -3, -4);
        for (int i = -3; i < 0; i++) {
            odata(i, "" + i);
        }
        odata(2, "2");
        assertNak(sentWithin(50 * MILLI).get(0), 0, 1);
        rdata(1, "1");
        rdata(0, "0");
        assertThat(received).containsExactly("-3", "-2", "-1", "0", "1", "2");
    }

    @Test
    void oneStrayChangesNothing() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(0x4000_0000, "forged");
        spm(2, 0x6000_0000, 0x6000_0000);
        odata(-0x4000_0000, "forged");
        rdata(0x3000_0000, "forged");
        odata(1, "b");
        assertThat(received).containsExactly("a", "b");
        assertThat(count(ReceiverCounter.STRAYS)).isEqualTo(3);
        assertThat(sentWithin(SECOND)).isEmpty();
    }

    @Test
    void sourceFarAheadIsFollowedAndTheLossToldWhenItIsSure() {
        spm(1, 0, -1);
        odata(0, "a");
        // So many can have been sent in that time.
        now += 200 * SECOND;
        int far = WINDOW + 2;
        receive(data(PacketType.ODATA, far, far, "x"));
        receive(data(PacketType.ODATA, far + 1, far, "y"));
        assertThat(received).containsExactly("a");
        receive(data(PacketType.ODATA, far + 2, far, "z"));
        assertNak(sentWithin(50 * MILLI).get(0), far, far + 1);
        rdata(far, "x");
        rdata(far + 1, "y");
        assertThat(received).containsExactly("a", "x", "y", "z");
        assertThat(receiver.nextEvent()).isInstanceOf(PgmEvent.SourceJoined.class);
        assertThat(receiver.nextEvent()).isEqualTo(new PgmEvent.DataLost(TSI, far - 1));
    }

    @Test
    void quietSourceFarAheadIsFollowedByItsSpms() {
        spm(1, 0, -1);
        odata(0, "a");
        for (int i = 2; i < 5; i++) {
            spm(i, 99_000, 100_000);
        }
        odata(100_001, "z");
        assertThat(sequencesOf(sentWithin(50 * MILLI).get(0))).startsWith(99_000);
    }

    @Test
    void sourceThatWentBackIsFollowed() {
        spm(1, 100_000, 99_999);
        odata(100_000, "a");
        for (int i = 0; i < 4; i++) {
            odata(i, "" + i);
        }
        assertThat(received).containsExactly("a", "2", "3");
        assertThat(receiver.nextEvent()).isInstanceOf(PgmEvent.SourceJoined.class);
        assertThat(receiver.nextEvent()).isEqualTo(new PgmEvent.SourceReset(TSI));
    }

    @Test
    void forgedLeadIsTakenBackBySpms() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(900, "forged");
        // At 100 kbit/s, the limit of NAKs makes asking for so many take its time.
        sentWithin(120 * SECOND);
        assertThat(received).containsExactly("a", "forged");
        for (int i = 2; i < 5; i++) {
            spm(i, 0, 0);
        }
        odata(1, "b");
        assertThat(received).containsExactly("a", "forged", "b");
    }

    @Test
    void forgedLeadIsTakenBackByData() {
        odata(0, "a");
        receive(data(PacketType.ODATA, 900, 900, "forged"));
        for (int i = 1; i < 70; i++) {
            odata(i, "" + i);
        }
        assertThat(received).startsWith("a", "forged", "64").endsWith("69");
    }

    @Test
    void doubledDataIsNoReasonToGoBack() {
        for (int i = 0; i < 100; i++) {
            odata(i, "" + i);
        }
        for (int i = 40; i < 100; i++) {
            odata(i, "" + i);
        }
        odata(100, "100");
        assertThat(received).hasSize(101).doesNotHaveDuplicates();
    }

    @Test
    void repairsOfWhatIsLongPastAreNoReasonToGoBack() {
        spm(1, 100_000, 99_999);
        odata(100_000, "a");
        for (int i = 0; i < 10; i++) {
            rdata(i, "" + i);
        }
        odata(100_001, "b");
        assertThat(received).containsExactly("a", "b");
    }

    @Test
    void restartedSourceIsAnotherOne() {
        odata(5, "a");
        receive(data(Tsi.of(TSI.globalSourceId(), 1), PacketType.ODATA, 0, 0, "new"));
        odata(6, "b");
        assertThat(received).containsExactly("a", "new", "b");
        assertThat(receiver.sourceCount()).isEqualTo(2);
    }

    @Test
    void silentSourceIsForgotten() {
        spm(1, 0, -1);
        odata(0, "a");
        sentWithin(299 * SECOND);
        assertThat(receiver.sourceCount()).isEqualTo(1);
        sentWithin(2 * SECOND);
        assertThat(receiver.sourceCount()).isZero();
        receiver.nextEvent();
        assertThat(receiver.nextEvent()).isEqualTo(new PgmEvent.SourceGone(TSI, PgmEvent.End.SILENT));
        assertThat(receiver.nanosToNext(now)).isGreaterThan(1_000_000 * SECOND);
    }

    @Test
    void sourceThatSaidGoodbyeIsForgottenSoon() {
        odata(0, "a");
        byte[] goodbye = goodbye(1);
        receive(goodbye);
        receive(goodbye(2));
        sentWithin(6 * SECOND);
        assertThat(receiver.sourceCount()).isZero();
        receiver.nextEvent();
        assertThat(receiver.nextEvent()).isEqualTo(new PgmEvent.SourceGone(TSI, PgmEvent.End.FINISHED));
        receive(goodbye);
        assertThat(receiver.sourceCount()).isZero();
    }

    @Test
    void forgedSourcesAreCappedAndDoNotReplaceThoseThatSpoke() {
        receiver = receiver(OPTIONS.withMaxSources(10));
        odata(0, "a");
        long requests = 0;
        for (int i = 0; i < 100_000; i++) {
            receive(data(Tsi.of(i, 9), PacketType.ODATA, i, i, null));
            now += MILLI / 10;
            requests += sent().size();
        }
        assertThat(receiver.sourceCount()).isEqualTo(10);
        odata(1, "b");
        assertThat(received).containsExactly("a", "b");
        assertThat(requests).isLessThan(1000);
        for (int i = 0; i < 100; i++) {
            receive(data(Tsi.of(i, 10), PacketType.ODATA, 0, 0, "forged"));
        }
        assertThat(count(ReceiverCounter.SOURCES_REFUSED)).isEqualTo(91);
        sentWithin(301 * SECOND);
        assertThat(receiver.sourceCount()).isZero();
    }

    @Test
    void memoryForEarlyPacketsIsBounded() {
        receiver = receiver(OPTIONS.withMaxMemory(1 << 20));
        byte[] large = new byte[1300];
        String text = new String(large, StandardCharsets.US_ASCII);
        for (int source = 0; source < 10; source++) {
            for (int i = 0; i < WINDOW; i++) {
                if (i != 1) {
                    receive(data(Tsi.of(source, 9), PacketType.ODATA, i, 0, text));
                    assertThat(receiver.bytesKept()).isLessThanOrEqualTo(1 << 20);
                }
            }
        }
        assertThat(count(ReceiverCounter.NO_MEMORY)).isGreaterThan(1000);
        assertThat(receiver.bytesKept()).isGreaterThan(900_000);
        // When the gap is filled there is room again.
        receive(data(Tsi.of(0, 9), PacketType.RDATA, 1, 0, text));
        long before = count(ReceiverCounter.NO_MEMORY);
        receive(data(Tsi.of(1, 9), PacketType.RDATA, 5, 0, text));
        assertThat(count(ReceiverCounter.NO_MEMORY)).isEqualTo(before);
    }

    @Test
    void whatIsNotForItChangesNothing() {
        receive(new byte[7]);
        assertThat(receiver.garbled().count(Garbled.TOO_SHORT)).isEqualTo(1);
        var elsewhere = new PgmReceiver(OPTIONS, Captured.RECEIVER, 5556, new SplittableRandom(7), now);
        elsewhere.receive(Captured.ODATA_HELLO, Captured.ODATA_HELLO.length, Captured.SOURCE, Captured.GROUP, now);
        assertThat(elsewhere.counters().count(ReceiverCounter.NOT_FOR_US)).isEqualTo(1);
        assertThat(elsewhere.sourceCount()).isZero();
        receive(Captured.NCF);
        receive(Captured.NAK);
        receive(Captured.SPMR);
        assertThat(count(ReceiverCounter.NOT_FOR_US)).isEqualTo(3);
        assertThat(receiver.sourceCount()).isZero();
    }

    @Test
    void packetsAreTakenWhenMessagesHaveBeen() {
        byte[] packet = data(PacketType.ODATA, 0, 0, "a");
        receiver.receive(packet, packet.length, Captured.SOURCE, Captured.GROUP, now);
        assertThatThrownBy(() -> receiver.receive(packet, packet.length, Captured.SOURCE, Captured.GROUP, now))
                .isInstanceOf(IllegalStateException.class);
        assertThat(receiver.nextMessage()).isEqualTo(Message.of("a"));
        assertThat(receiver.nextMessage()).isNull();
        receiver.receive(packet, packet.length, Captured.SOURCE, Captured.GROUP, now);
    }

    private void receive(byte[] packet) {
        receiver.receive(packet, packet.length, Captured.SOURCE, Captured.GROUP, now);
        drain();
    }

    @Test
    void aFloodBehindAGapDoesNotBringForwardTheTimeToAsk() {
        spm(1, 0, -1);
        odata(0, "a");
        odata(2, "c");
        long asked = now + receiver.nanosToNext(now);
        for (int i = 3; i < 500; i++) {
            odata(i, "x");
            assertThat(now + receiver.nanosToNext(now)).isEqualTo(asked);
        }
        assertNak(sentWithin(50 * MILLI).get(0), 1);
    }

    private void drain() {
        for (Message message = receiver.nextMessage(); message != null; message = receiver.nextMessage()) {
            var frames = new ArrayList<String>();
            for (int i = 0; i < message.frameCount(); i++) {
                frames.add(message.text(i));
            }
            received.add(String.join(",", frames));
        }
    }

    private long count(ReceiverCounter what) {
        return receiver.counters().count(what);
    }

    private List<Sent> sent() {
        var sent = new ArrayList<Sent>();
        for (OutgoingPacket packet = receiver.nextPacket(now); packet != null; packet = receiver.nextPacket(now)) {
            sent.add(new Sent(Arrays.copyOf(packet.bytes(), packet.length()), packet.destination()));
        }
        drain();
        return sent;
    }

    /** What it sends while this time passes. */
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
            all.addAll(sent());
        }
    }

    private void odata(int sequence, String text) {
        receive(data(PacketType.ODATA, sequence, Math.min(sequence, 0), text));
    }

    private void rdata(int sequence, String text) {
        receive(data(PacketType.RDATA, sequence, Math.min(sequence, 0), text));
    }

    private void spm(int spmSequence, int trail, int lead) {
        receive(spmBytes(spmSequence, trail, lead, Captured.SOURCE));
    }

    private void ncf(int... sequences) {
        receive(sequences(PacketType.NCF, sequences));
    }

    private void assertNak(Sent sent, Integer... sequences) {
        assertThat(sent.to).isEqualTo(Captured.SOURCE);
        assertThat(sequencesOf(sent)).containsExactly(sequences);
    }

    private List<Integer> sequencesOf(Sent sent) {
        assertThat(reader.read(sent.bytes, sent.bytes.length)).isNull();
        assertThat(reader.type()).isEqualTo(PacketType.NAK);
        assertThat(reader.tsi()).isEqualTo(TSI.value());
        var sequences = new ArrayList<Integer>();
        for (int i = 0; i < reader.sequenceCount(); i++) {
            sequences.add(reader.sequence(i));
        }
        return sequences;
    }
}
