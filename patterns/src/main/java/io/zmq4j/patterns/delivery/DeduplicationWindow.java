package io.zmq4j.patterns.delivery;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Which messages a receiver has seen, as far as it remembers: the last ones of each sender, by their numbers, and the senders that were
 * heard of last. What it does not remember any more it takes for new, as a message that comes twice is better than one that is lost.
 * Safe for any thread.
 *
 * <pre>{@code
 * var seen = new DeduplicationWindow(65_536, 1_000);
 * if (!seen.contains(delivery)) {
 *     store(delivery.message());
 *     seen.add(delivery);
 * }
 * delivery.acknowledge();
 * }</pre>
 *
 * <p>It takes a bit for each message and sender. It knows what came to this process: what another receiver, or this program in an earlier
 * life, has stored is known only to where it was stored.
 */
public final class DeduplicationWindow {
    private static final int MOST_MESSAGES = 1 << 26;

    private final int words;
    private final Map<UUID, Seen> senders;

    /**
     * @param messages how many numbers of each sender, up to its highest, are remembered: 1 to 67,108,864, rounded up to a multiple of 64
     * @param senders how many senders are remembered, at least 1; those go first that were not heard of for longest
     */
    public DeduplicationWindow(int messages, int senders) {
        if (messages < 1 || messages > MOST_MESSAGES) {
            throw new IllegalArgumentException(
                    "messages is " + messages + ": from 1 to " + MOST_MESSAGES + " is allowed");
        }
        if (senders < 1) {
            throw new IllegalArgumentException("senders is " + senders + ": at least 1 is allowed");
        }
        this.words = (messages + Long.SIZE - 1) / Long.SIZE;
        this.senders = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Seen> eldest) {
                return size() > senders;
            }
        };
    }

    /** Whether this message was added, and is remembered. */
    public boolean contains(Delivery delivery) {
        Objects.requireNonNull(delivery, "delivery");
        return contains(delivery.senderId(), delivery.sequence());
    }

    /** As {@link #contains(Delivery)}, by the message's id. */
    public synchronized boolean contains(UUID senderId, long sequence) {
        Seen seen = senders.get(Objects.requireNonNull(senderId, "senderId"));
        return seen != null && seen.contains(checked(sequence));
    }

    /**
     * Remembers a message. To be called when it is safe: one that was added and then not stored would be taken for a duplicate when it
     * comes again.
     *
     * @return whether it was not there before
     */
    public boolean add(Delivery delivery) {
        Objects.requireNonNull(delivery, "delivery");
        return add(delivery.senderId(), delivery.sequence());
    }

    /** As {@link #add(Delivery)}, by the message's id. */
    public synchronized boolean add(UUID senderId, long sequence) {
        Objects.requireNonNull(senderId, "senderId");
        return senders.computeIfAbsent(senderId, it -> new Seen(words)).add(checked(sequence));
    }

    private static long checked(long sequence) {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence is " + sequence + ": a sender counts from 1");
        }
        return sequence;
    }

    /** A bit for each of the last numbers of one sender, in a ring. */
    private static final class Seen {
        private final long[] bits;
        private final long size;
        private long highest;

        Seen(int words) {
            bits = new long[words];
            size = (long) words * Long.SIZE;
        }

        boolean contains(long number) {
            return number <= highest && number > highest - size && (bits[word(number)] & bit(number)) != 0;
        }

        boolean add(long number) {
            if (number <= highest - size) {
                return true;
            }
            advance(number);
            boolean isNew = (bits[word(number)] & bit(number)) == 0;
            bits[word(number)] |= bit(number);
            return isNew;
        }

        /** Forgets what stood where the numbers up to this one have their place: the whole ring at most, whatever a peer says. */
        private void advance(long number) {
            if (number - highest >= size) {
                Arrays.fill(bits, 0);
                highest = number;
            }
            while (highest < number) {
                highest++;
                bits[word(highest)] &= ~bit(highest);
            }
        }

        private int word(long number) {
            return (int) (number % size / Long.SIZE);
        }

        private static long bit(long number) {
            return 1L << (number % Long.SIZE);
        }
    }
}
