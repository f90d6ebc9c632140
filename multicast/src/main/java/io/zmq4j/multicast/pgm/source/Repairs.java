package io.zmq4j.multicast.pgm.source;

import io.zmq4j.multicast.pgm.Counters;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import java.util.concurrent.TimeUnit;

/**
 * What receivers lack: to be confirmed at once, so that others who lack it stay silent, and then sent again (RFC 3208,
 * sections 5.2 and 5.3). NAKs that say what was heard a moment ago change nothing, and so a storm of them costs one NCF
 * and one RDATA for each packet and moment, however many receivers there are.
 */
final class Repairs {
    /** RFC 3208, section 5.2: a small interval in which identical NCFs are not repeated. Receivers wait ten times that. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int MOST_CONFIRMATIONS = 1024;

    private final TransmitWindow window;
    private final Counters<SourceCounter> counters;
    private final SequenceQueue confirmations = new SequenceQueue(MOST_CONFIRMATIONS);
    private final SequenceQueue repairs = new SequenceQueue(Integer.MAX_VALUE);

    Repairs(TransmitWindow window, Counters<SourceCounter> counters) {
        this.window = window;
        this.counters = counters;
    }

    /** Somebody asks for a packet that the window contains. */
    void request(int sequence, long nowNanos) {
        if (window.wasAnswered(sequence, nowNanos, MOMENT_NANOS)) {
            counters.add(SourceCounter.NAKS_ANSWERED_ALREADY);
        } else if (!confirmations.offer(sequence)) {
            counters.add(SourceCounter.NAKS_OVER_LIMIT);
        } else {
            window.markAnswered(sequence, nowNanos);
            // As many as the window has packets at the most: each waits once.
            if (window.markWaiting(sequence)) {
                repairs.offer(sequence);
            }
        }
    }

    boolean hasConfirmations() {
        return !confirmations.isEmpty();
    }

    /** Takes what one NCF may say; gives how many sequence numbers that is. */
    int takeConfirmations(int[] into) {
        int count = 0;
        while (count < PacketWriter.MOST_SEQUENCES && !confirmations.isEmpty()) {
            into[count++] = confirmations.poll();
        }
        return count;
    }

    /** Whether there is something to send again; forgets what the window has lost. */
    boolean hasRepair() {
        while (!repairs.isEmpty() && !window.contains(repairs.peek())) {
            repairs.poll();
        }
        return !repairs.isEmpty();
    }

    /** The packet to send again; there is one. */
    int takeRepair(long nowNanos) {
        int sequence = repairs.poll();
        window.unmarkWaiting(sequence);
        window.markAnswered(sequence, nowNanos);
        return sequence;
    }
}
