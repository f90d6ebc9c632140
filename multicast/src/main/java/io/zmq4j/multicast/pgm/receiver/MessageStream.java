package io.zmq4j.multicast.pgm.receiver;

import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.Segment;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.MessageAssembler;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages out of one source's data, which comes without gaps, or with a gap that is told. Delivers whole messages
 * only: what a gap tore is dropped, and so is all that follows up to the next message start.
 *
 * <pre>
 *              a message start
 *   SEEKING ───────────────────► JOINED
 *      ▲──────gap, nonsense────────┘
 * </pre>
 *
 * Every message start that a packet tells is compared with where the frames say that one is: a stream in which the two
 * differ is not followed.
 *
 * <p>A message that is not complete when a packet has been read takes memory of the source's {@link Share}: for its frames so
 * far, and for all that the next one announces, of which little is there by then. If there is not so much, or the message is
 * larger than allowed, it is refused.
 */
final class MessageStream {
    private enum State {
        SEEKING,
        JOINED
    }

    private static final int NO_START = -1;
    private static final int LARGEST_UNIT = 65_535;

    /** A frame's array and the reference to it, about. */
    private static final int OBJECTS = 32;

    private final Share memory;
    private final Reports reports;
    private final LongConsumer onRefused;

    /** The frames so far of a message that has more. */
    private final MessageAssembler assembler;

    private State state = State.SEEKING;
    private FrameReader reader;

    /** What was fed and not read yet. */
    private byte[] bytes = {};

    private int position;
    private int end;

    /** How far the told message start is ahead, which may be beyond what was fed; or NO_START. */
    private int untilStart = NO_START;

    /** Where in a unit that was cut the next fragment belongs; 0 at a unit's beginning. */
    private int unitOffset;

    /** What the assembler's frames keep. */
    private long collected;

    /** What was taken of the memory. */
    private long taken;

    /** How many packets have brought something of the message that is not complete. */
    private long packets;

    /**
     * Reads nothing yet.
     *
     * @param largest message in bytes, negative for any
     * @param onRefused is told of how many packets a message was refused
     */
    MessageStream(long largest, Share memory, Reports reports, LongConsumer onRefused) {
        this.memory = memory;
        this.reports = reports;
        this.onRefused = onRefused;
        assembler = new MessageAssembler(largest);
        reader = newReader();
    }

    private FrameReader newReader() {
        return new FrameReader(Segment.FORMAT, (flags, bodySize) -> assembler.check(bodySize));
    }

    /** Makes {@code bytes} what is taken of the memory. Whether there was enough. */
    private boolean reserve(long bytes) {
        if (bytes > taken && !memory.take(bytes - taken)) {
            return false;
        }
        if (bytes < taken) {
            memory.give(taken - bytes);
        }
        taken = bytes;
        return true;
    }

    /** Whether there is something to read. */
    boolean hasData() {
        return position < end;
    }

    /** Takes the data that follows; {@link #next} has returned null before. */
    void feed(Payload payload) {
        if (unitOffset == 0 && payload.unitOffset > 0 && state == State.SEEKING) {
            // The rest of a unit whose beginning was lost, or was there before us.
            return;
        }
        if (payload.unitOffset != unitOffset || !isSound(payload)) {
            reject();
            // What does not continue a unit may begin one.
            if (payload.unitOffset != 0 || !isSound(payload)) {
                return;
            }
        }
        packets++;
        bytes = payload.bytes;
        position = payload.from;
        end = payload.end;
        if (unitOffset == 0) {
            readSegmentHeader(payload.unitSize);
        }
        unitOffset += payload.size();
        if (unitOffset == payload.unitSize) {
            unitOffset = 0;
        }
    }

    private static boolean isSound(Payload payload) {
        return payload.unitSize <= LARGEST_UNIT
                && payload.unitOffset + payload.size() <= payload.unitSize
                && (payload.unitOffset > 0 || payload.size() >= Segment.HEADER)
                && payload.size() > 0;
    }

    private void readSegmentHeader(int unitSize) {
        int start = Unsigned.uint16(bytes, position);
        position += Segment.HEADER;
        untilStart = start == Segment.NO_START ? NO_START : start;
        boolean beyond = untilStart > unitSize - Segment.HEADER;
        // Where the frames begin a message, the segment must say so.
        boolean unsaid = state == State.JOINED && isBetweenMessages() && untilStart != 0;
        if (beyond) {
            reject();
        } else if (unsaid) {
            reports.count(ReceiverCounter.MALFORMED_SEGMENTS);
            state = State.SEEKING;
        }
    }

    private void reject() {
        reports.count(ReceiverCounter.MALFORMED_SEGMENTS);
        interrupt();
    }

    /** Something is missing here: drops what it has, and seeks. */
    void interrupt() {
        position = end;
        untilStart = NO_START;
        unitOffset = 0;
        leave();
    }

    private void leave() {
        if (state == State.SEEKING) {
            return;
        }
        state = State.SEEKING;
        if (!isBetweenMessages()) {
            tear();
        }
    }

    private void tear() {
        reports.count(ReceiverCounter.TORN_MESSAGES);
        assembler.forget();
        collected = 0;
        reserve(0);
        reader = newReader();
    }

    /** The source is not followed any more; its memory is given back by who ends it. */
    void close() {
        if (!isBetweenMessages()) {
            reports.count(ReceiverCounter.TORN_MESSAGES);
        }
    }

    private boolean isBetweenMessages() {
        return assembler.isEmpty() && reader.isBetweenFrames();
    }

    /** The next message of what was fed, or null if there is no more. */
    @Nullable
    Message next() {
        while (true) {
            if (untilStart == 0) {
                arriveAtStart();
            }
            if (position == end) {
                settle();
                return null;
            }
            int limit = untilStart > 0 ? Math.min(end, position + untilStart) : end;
            if (state == State.SEEKING) {
                moveTo(limit);
                continue;
            }
            Message message = readUpTo(limit);
            if (message != null) {
                return message;
            }
        }
    }

    /** Takes memory for what of a message has come so far, or gives back what was taken for those that are complete. */
    private void settle() {
        if (isBetweenMessages()) {
            packets = 0;
            reserve(0);
        } else if (!reserve(collected + (reader.bodyMissing() > 0 ? reader.bodySize() : 0))) {
            refuse();
        }
    }

    private void refuse() {
        reports.count(ReceiverCounter.MESSAGES_REFUSED);
        state = State.SEEKING;
        tear();
        onRefused.accept(packets);
        packets = 0;
    }

    /** The frames must have come to a message's end as well. */
    private void arriveAtStart() {
        untilStart = NO_START;
        if (state == State.JOINED && !isBetweenMessages()) {
            reports.count(ReceiverCounter.MALFORMED_SEGMENTS);
            leave();
        }
        state = State.JOINED;
    }

    private void moveTo(int next) {
        if (untilStart > 0) {
            untilStart -= next - position;
        }
        position = next;
    }

    private @Nullable Message readUpTo(int limit) {
        try {
            byte[] frame = reader.read(bytes, position, limit);
            moveTo(reader.position());
            return frame == null ? null : collect(frame);
        } catch (ProtocolException e) {
            // A reader that has thrown is in no state to go on, not even between frames.
            if (e.reason() == CloseReason.MESSAGE_TOO_LARGE) {
                refuse();
            } else {
                reports.count(ReceiverCounter.MALFORMED_SEGMENTS);
                state = State.SEEKING;
                tear();
            }
            return null;
        }
    }

    private @Nullable Message collect(byte[] frame) {
        if ((reader.flags() & FrameFlags.MORE) != 0) {
            assembler.add(frame);
            collected += frame.length + OBJECTS;
            return null;
        }
        reports.count(ReceiverCounter.MESSAGES);
        collected = 0;
        return assembler.finish(frame);
    }
}
