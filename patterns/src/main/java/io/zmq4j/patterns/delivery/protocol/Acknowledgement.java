package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.nio.ByteBuffer;

/**
 * Which messages need not be sent again: ranges of their numbers.
 *
 * <pre>{@code
 *  5                       13        17
 * +-----------------------+---------+--------------
 * | first number of a run |  count  |  the next run …
 * +-----------------------+---------+--------------
 *   8                       4
 * }</pre>
 *
 * <p>The runs are in ascending order and do not overlap, so that one ACK cannot make a sender go through its window more than once.
 * What it acknowledges it gives back to the sender as credit.
 */
final class Acknowledgement implements Command {
    private static final int RANGE = Long.BYTES + Integer.BYTES;

    private final int session;
    /** Pairs: the first number of a run, and the last. */
    private final long[] ranges;

    Acknowledgement(int session, long[] ranges) {
        this.session = session;
        this.ranges = ranges;
    }

    @Override
    public int session() {
        return session;
    }

    /** How many runs there are. */
    int count() {
        return ranges.length / 2;
    }

    /** The first number of a run. */
    long first(int run) {
        return ranges[2 * run];
    }

    /** The last number of a run. */
    long last(int run) {
        return ranges[2 * run + 1];
    }

    static Acknowledgement decode(int session, ByteBuffer header) throws MalformedCommandException {
        int count = header.remaining() / RANGE;
        if (count == 0 || header.remaining() % RANGE != 0) {
            throw new MalformedCommandException("ACK has a run at least, each of " + RANGE + " octets");
        }
        var ranges = new long[2 * count];
        long last = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            long first = header.getLong();
            int length = header.getInt();
            if (first <= last || length < 1 || first > Long.MAX_VALUE - length) {
                throw new MalformedCommandException(
                        "a run of ACK has a message at least, and begins behind the one before");
            }
            last = first + length - 1;
            ranges[i] = first;
            ranges[i + 1] = last;
        }
        return new Acknowledgement(session, ranges);
    }

    @Override
    public Message encode() {
        var header = ByteBuffer.allocate(PREFIX + ranges.length / 2 * RANGE);
        header.put(ACK).putInt(session);
        for (int i = 0; i < ranges.length; i += 2) {
            header.putLong(ranges[i]).putInt((int) (ranges[i + 1] - ranges[i] + 1));
        }
        return Message.wrap(header.array());
    }
}
