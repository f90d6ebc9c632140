package io.zmq4j.patterns.titanic.log;

import java.nio.ByteBuffer;

/** Finds the records of a segment, also behind bytes that are none. */
final class SegmentScan {
    /** Is told what lies in a segment, from the front. */
    interface Visitor {
        void record(int offset, int length);

        /** No records in the middle. */
        void damage(int offset, int length);

        /** No records up to the end. */
        void tail(int offset, int length);
    }

    private final ByteBuffer segment;
    private final long salt;

    SegmentScan(ByteBuffer segment, long salt) {
        this.segment = segment;
        this.salt = salt;
    }

    void run(Visitor visitor) {
        int at = SegmentHeader.SIZE;
        while (at < segment.limit()) {
            int length = RecordFormat.lengthAt(segment, at, salt);
            if (length > 0) {
                visitor.record(at, length);
                at += length;
                continue;
            }
            int next = next(at + 1);
            if (next < 0) {
                visitor.tail(at, segment.limit() - at);
                return;
            }
            visitor.damage(at, next - at);
            at = next;
        }
    }

    /** Where the next record lies, from here on; -1 if there is none. */
    private int next(int from) {
        for (int at = from; at <= segment.limit() - RecordFormat.HEAD; at++) {
            if (segment.getInt(at) == RecordFormat.MARK && RecordFormat.lengthAt(segment, at, salt) > 0) {
                return at;
            }
        }
        return -1;
    }
}
