package io.zmq4j.multicast.pgm.receiver;

import static io.zmq4j.multicast.pgm.packet.Captured.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.packet.Captured;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageStreamTest {
    private final Reports reports = new Reports();
    private final List<Long> refused = new ArrayList<>();
    private final Memory memory = new Memory(100_000);
    private final Share share = memory.share(Captured.SOURCE, () -> {});
    private final MessageStream stream = stream(-1);

    private MessageStream stream(long largest) {
        return new MessageStream(largest, share, reports, refused::add);
    }

    @Test
    void messagesOfASegment() {
        assertThat(feed("0000" + "060068656c6c6f" + "020161" + "03016262" + "0100" + "020063"))
                .containsExactly(Message.of("hello"), Message.of("a", "bb", ""), Message.of("c"));
    }

    @Test
    void joinsAtTheFirstStart() {
        assertThat(feed("ffff" + "0061")).isEmpty();
        assertThat(feed("0003" + "6c6c6f" + "020062")).containsExactly(Message.of("b"));
        assertThat(torn()).isZero();
    }

    @Test
    void joinsAtTheVeryEnd() {
        assertThat(feed("0003" + "6c6c6f")).isEmpty();
        assertThat(feed("0000" + "020062")).containsExactly(Message.of("b"));
    }

    @Test
    void messageThroughManySegments() {
        assertThat(feed("0000" + "ff000000")).isEmpty();
        assertThat(feed("ffff" + "0000000006")).isEmpty();
        assertThat(feed("ffff" + "0068656c")).isEmpty();
        assertThat(feed("0002" + "6c6f" + "020062")).containsExactly(Message.of("hello"), Message.of("b"));
    }

    @Test
    void tornMessageIsDroppedAndCountedAndTheNextOneIsThere() {
        feed("0000" + "0600" + "6865");
        stream.interrupt();
        assertThat(torn()).isEqualTo(1);
        assertThat(feed("ffff" + "6c6c")).isEmpty();
        assertThat(feed("0001" + "6f" + "020062")).containsExactly(Message.of("b"));
        assertThat(torn()).isEqualTo(1);
    }

    @Test
    void messageTornBetweenItsFramesIsDroppedToo() {
        feed("0000" + "020161");
        stream.interrupt();
        assertThat(torn()).isEqualTo(1);
        assertThat(feed("0002" + "0062" + "020063")).containsExactly(Message.of("c"));
    }

    @Test
    void gapBetweenMessagesTearsNone() {
        feed("0000" + "020061");
        stream.interrupt();
        assertThat(torn()).isZero();
        assertThat(feed("0000" + "020062")).containsExactly(Message.of("b"));
    }

    @Test
    void segmentTooShortForItsHeaderIsCounted() {
        assertThat(feed("00")).isEmpty();
        assertThat(feed("")).isEmpty();
        assertThat(malformed()).isEqualTo(2);
    }

    @Test
    void startBeyondTheEndIsCountedAndNotFollowed() {
        assertThat(feed("0004" + "020061")).isEmpty();
        assertThat(malformed()).isEqualTo(1);
        assertThat(feed("0000" + "020061")).containsExactly(Message.of("a"));
        assertThat(feed("fffe" + "020061")).isEmpty();
        assertThat(malformed()).isEqualTo(2);
    }

    @Test
    void startThatTheFramesContradictIsBelieved() {
        // The frame says five octets, the segment says that a message starts after two of them.
        assertThat(feed("0000" + "0600" + "6865")).isEmpty();
        assertThat(feed("0002" + "6c6c" + "020062")).containsExactly(Message.of("b"));
        assertThat(torn()).isEqualTo(1);
        assertThat(malformed()).isEqualTo(1);
    }

    @Test
    void startThatIsMissingWhereTheFramesHaveOneIsNotFollowed() {
        assertThat(feed("0000" + "020061")).containsExactly(Message.of("a"));
        assertThat(feed("ffff" + "020062")).isEmpty();
        assertThat(malformed()).isEqualTo(1);
        assertThat(feed("0003" + "020063" + "020064")).containsExactly(Message.of("d"));
    }

    @Test
    void nonsenseInAFrameEndsTheSegmentAndTheNextStartIsFollowed() {
        assertThat(feed("0000" + "020061" + "00" + "020062")).containsExactly(Message.of("a"));
        assertThat(malformed()).isEqualTo(1);
        assertThat(feed("0000" + "020063")).containsExactly(Message.of("c"));
        assertThat(feed("0000" + "ff8000000000000000" + "00")).isEmpty();
        assertThat(malformed()).isEqualTo(2);
    }

    @Test
    void messageAboveTheLimitIsRefusedByItsHeader() {
        var limited = stream(4);
        assertThat(feed(limited, "0000" + "0500" + "61616161")).hasSize(1);
        assertThat(feed(limited, "0000" + "0600" + "6161616161")).isEmpty();
        assertThat(feed(limited, "0000" + "030161" + "61" + "040061" + "6161")).isEmpty();
        // A gigabyte is announced: nothing of that size is made.
        assertThat(feed(limited, "0000" + "ff0000000040000000" + "00")).isEmpty();
        assertThat(refused).containsExactly(1L, 1L, 1L);
        assertThat(malformed()).isZero();
    }

    @Test
    void messageThatIsNotCompleteHasItsMemoryBeforeItIsThere() {
        // 50,000 octets are announced, of each of two frames.
        assertThat(feed("0000" + "ff000000000000c35001" + "00")).isEmpty();
        assertThat(memory.left()).isEqualTo(50_000 + 1);
        stream.interrupt();
        assertThat(memory.left()).isEqualTo(100_000);
    }

    @Test
    void messageForWhichThereIsNoMemoryIsRefusedAndTheNextOneIsThere() {
        assertThat(feed("0000" + "ff000000000000c35001" + "00")).isEmpty();
        assertThat(feed("ffff" + "00".repeat(49_998))).isEmpty();
        assertThat(memory.left()).isEqualTo(50_000 - 32 + 1);
        assertThat(feed("ffff" + "ff000000000000c35000" + "00")).isEmpty();
        assertThat(refused).containsExactly(3L);
        assertThat(memory.left()).isEqualTo(100_000);
        assertThat(feed("ffff" + "0000")).isEmpty();
        assertThat(feed("0001" + "00" + "020062")).containsExactly(Message.of("b"));
        assertThat(refused).hasSize(1);
    }

    @Test
    void framesWithoutEndAreRefusedWhenTheyHaveUsedUpTheMemory() {
        String frames = "0101".repeat(500);
        feed("0000" + frames);
        int packets = 1;
        for (; refused.isEmpty(); packets++) {
            feed("ffff" + frames);
            assertThat(packets).isLessThan(10);
        }
        assertThat(packets).isEqualTo(100_000 / (500 * 32) + 1);
        assertThat(memory.left()).isEqualTo(100_000);
    }

    @Test
    void whatIsCompleteKeepsNoMemory() {
        assertThat(feed("0000" + "0600" + "6865")).isEmpty();
        assertThat(memory.left()).isEqualTo(100_000 - 5);
        assertThat(feed("0003" + "6c6c6f")).hasSize(1);
        assertThat(memory.left()).isEqualTo(100_000);
    }

    @Test
    void fragmentsMakeAUnit() {
        assertThat(fragment("0000" + "060068656c", 0, 12)).isEmpty();
        assertThat(fragment("6c6f" + "020062", 7, 12)).containsExactly(Message.of("hello"), Message.of("b"));
        assertThat(feed("0000" + "020063")).containsExactly(Message.of("c"));
        assertThat(malformed()).isZero();
    }

    @Test
    void startInALaterFragmentIsFound() {
        assertThat(fragment("0004" + "6162", 0, 9)).isEmpty();
        assertThat(fragment("6364" + "020061".substring(0, 2), 4, 9)).isEmpty();
        assertThat(fragment("0061", 7, 9)).containsExactly(Message.of("a"));
    }

    @Test
    void fragmentsThatDoNotFitTogetherAreNotFollowed() {
        assertThat(feed("0000" + "020061")).containsExactly(Message.of("a"));
        // The second one leaves a hole, its followers have lost their unit, and a new one begins.
        assertThat(fragment("0000" + "060068656c", 0, 12)).isEmpty();
        assertThat(fragment("020062", 9, 12)).isEmpty();
        assertThat(fragment("6c6f", 7, 12)).isEmpty();
        assertThat(malformed()).isEqualTo(1);
        assertThat(torn()).isEqualTo(1);
        assertThat(feed("0000" + "020063")).containsExactly(Message.of("c"));
        assertThat(fragment("0000" + "0600", 0, 70_000)).isEmpty();
        assertThat(fragment("0000" + "0600", 0, -1)).isEmpty();
        assertThat(fragment("0000" + "0600", 0, 2)).isEmpty();
        assertThat(malformed()).isEqualTo(4);
    }

    private List<Message> feed(String segment) {
        return feed(stream, segment);
    }

    private static List<Message> feed(MessageStream stream, String segment) {
        return read(stream, payload(segment, 0, segment.length() / 2));
    }

    private List<Message> fragment(String data, int offset, int total) {
        return read(stream, payload(data, offset, total));
    }

    private static Payload payload(String data, int offset, int total) {
        var payload = new Payload();
        payload.bytes = hex(data);
        payload.end = payload.bytes.length;
        payload.unitOffset = offset;
        payload.unitSize = total;
        return payload;
    }

    private static List<Message> read(MessageStream stream, Payload payload) {
        stream.feed(payload);
        var messages = new ArrayList<Message>();
        for (Message message = stream.next(); message != null; message = stream.next()) {
            messages.add(message);
        }
        return messages;
    }

    private long torn() {
        return reports.counters().count(ReceiverCounter.TORN_MESSAGES);
    }

    private long malformed() {
        return reports.counters().count(ReceiverCounter.MALFORMED_SEGMENTS);
    }
}
