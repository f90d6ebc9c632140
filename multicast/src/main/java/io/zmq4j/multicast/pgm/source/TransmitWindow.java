package io.zmq4j.multicast.pgm.source;

import io.zmq4j.multicast.pgm.packet.Sequence;

/**
 * The packets that were sent and can be sent again: a ring whose trail goes on when it is full (RFC 3208, section 5.1).
 *
 * <p>Arrays go around instead of being made anew: a packet that fills its array is kept in it, and the array that was in
 * its place becomes the next packet's. A small packet is copied, so that it costs no more than its size.
 */
final class TransmitWindow {
    private static final int SLACK = 64;

    private static final byte ANSWERED = 0b01;
    private static final byte WAITING = 0b10;

    private final byte[][] packets;
    private final int[] lengths;
    private final byte[] marks;
    private final long[] answeredNanos;

    private int trail;
    private int lead;

    /** The lead's place. Counted apart from the sequence numbers, which wrap where the ring does not. */
    private int leadAt;

    TransmitWindow(int size, int firstSequence) {
        packets = new byte[size][];
        lengths = new int[size];
        marks = new byte[size];
        answeredNanos = new long[size];
        trail = firstSequence;
        lead = firstSequence - 1;
    }

    int trail() {
        return trail;
    }

    int lead() {
        return lead;
    }

    /** The trail as it will be when one more packet is kept. */
    int nextTrail() {
        return lead - trail + 1 == packets.length ? trail + 1 : trail;
    }

    /**
     * Keeps a packet, under the number after the lead.
     *
     * @return an array of the same length for the next packet
     */
    byte[] keep(byte[] packet, int length) {
        trail = nextTrail();
        lead++;
        leadAt = leadAt + 1 == packets.length ? 0 : leadAt + 1;
        byte[] old = packets[leadAt];
        lengths[leadAt] = length;
        marks[leadAt] = 0;
        if (length > packet.length / 2) {
            packets[leadAt] = packet;
            return old != null && old.length == packet.length ? old : new byte[packet.length];
        }
        if (old == null || old.length < length || old.length > 2 * length + SLACK) {
            old = new byte[length];
            packets[leadAt] = old;
        }
        System.arraycopy(packet, 0, old, 0, length);
        return packet;
    }

    boolean contains(int sequence) {
        return !Sequence.isBefore(sequence, trail) && !Sequence.isBefore(lead, sequence);
    }

    private int placeOf(int sequence) {
        int place = leadAt - (lead - sequence);
        return place < 0 ? place + packets.length : place;
    }

    byte[] packet(int sequence) {
        return packets[placeOf(sequence)];
    }

    int length(int sequence) {
        return lengths[placeOf(sequence)];
    }

    /** Whether a NAK for it was answered, with whatever, less than this time ago. */
    boolean wasAnswered(int sequence, long nowNanos, long withinNanos) {
        int place = placeOf(sequence);
        return (marks[place] & ANSWERED) != 0 && nowNanos - answeredNanos[place] < withinNanos;
    }

    void markAnswered(int sequence, long nowNanos) {
        int place = placeOf(sequence);
        marks[place] |= ANSWERED;
        answeredNanos[place] = nowNanos;
    }

    /** Whether it was not waiting to be sent again before. */
    boolean markWaiting(int sequence) {
        int place = placeOf(sequence);
        boolean waited = (marks[place] & WAITING) != 0;
        marks[place] |= WAITING;
        return !waited;
    }

    void unmarkWaiting(int sequence) {
        marks[placeOf(sequence)] &= ~WAITING;
    }
}
