package io.zmq4j.multicast.pgm.receiver;

/** How much of a receiver's {@link Memory} one source has. */
final class Share {
    private final Memory memory;
    private final Origin origin;
    private final Runnable giveUp;
    private long bytes;

    Share(Memory memory, Origin origin, Runnable giveUp) {
        this.memory = memory;
        this.origin = origin;
        this.giveUp = giveUp;
    }

    /** The source is followed, until {@link #close}. */
    void open() {
        memory.add(this);
        origin.addSources(1);
    }

    Origin origin() {
        return origin;
    }

    /** Whether there was enough; others may have lost what they had for it. */
    boolean take(long count) {
        if (!memory.take(this, count)) {
            return false;
        }
        add(count);
        return true;
    }

    void give(long count) {
        memory.give(count);
        add(-count);
    }

    private void add(long count) {
        bytes += count;
        origin.addBytes(count);
    }

    /** Loses all that it has. */
    void giveUp() {
        giveUp.run();
    }

    /** The source is not followed any more: what it has not given back is given back now. */
    void close() {
        give(bytes);
        origin.addSources(-1);
        memory.remove(this);
    }

    boolean hasMoreThan(Share other) {
        return origin == other.origin ? bytes > other.bytes : origin.bytes() > other.origin.bytes();
    }

    /** Whether it would have less than another one even if it had so much more. */
    boolean wouldHaveLess(long more, Share other) {
        long others = origin == other.origin ? other.bytes : other.origin.bytes();
        long own = origin == other.origin ? bytes : origin.bytes();
        // A number of octets, however large, that was announced: no sum that overflows.
        return other != this && more < others - own;
    }
}
