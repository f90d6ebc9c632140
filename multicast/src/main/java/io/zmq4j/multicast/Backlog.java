package io.zmq4j.multicast;

import java.util.Arrays;

/**
 * Datagrams that were taken from the kernel and not looked at yet, first come, first served. In a virtual machine that has
 * just begun, to read a packet takes twenty times as long as to put it here.
 *
 * <pre>
 *           first           first + count
 *    ─────────┬────────────────┬─────────
 *      free   │    waiting     │  free       a ring, whose objects go around
 * </pre>
 */
final class Backlog {
    private static final int SMALLEST = 64;

    /** So much room is kept when nothing waits any more: more than a publisher's longest burst. */
    private static final int LARGEST_IDLE = 1024;

    /** What a datagram costs beside its array, about. */
    private static final int OBJECTS = 64;

    private final long mostBytes;
    private final int usualLength;
    private Datagram[] ring = {};
    private int first;
    private int count;
    private long bytes;

    /** Has room for {@code mostBytes}; datagrams are mostly no longer than the {@code usualLength}. */
    Backlog(long mostBytes, int usualLength) {
        this.mostBytes = mostBytes;
        this.usualLength = usualLength;
        resize(SMALLEST);
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return bytes >= mostBytes;
    }

    /** The place for the next one, which comes with {@link #added}. */
    Datagram free() {
        if (count == ring.length) {
            resize(2 * count);
        }
        return ring[place(count)];
    }

    /** What was {@link #free} is waiting now. */
    void added() {
        bytes += cost(ring[place(count)]);
        count++;
    }

    /** Gives the one that waits longest, in exchange for one that is done with. */
    Datagram take(Datagram used) {
        Datagram next = ring[first];
        used.clear();
        ring[first] = used;
        bytes -= cost(next);
        count--;
        // From the beginning as often as possible: few arrays stay in the processor's cache.
        first = count == 0 ? 0 : place(1);
        if (count == 0 && ring.length > LARGEST_IDLE) {
            ring = Arrays.copyOf(ring, LARGEST_IDLE);
        }
        return next;
    }

    private static int cost(Datagram datagram) {
        return datagram.bytes().length + OBJECTS;
    }

    private int place(int index) {
        return first + index & ring.length - 1;
    }

    private void resize(int size) {
        var larger = new Datagram[size];
        for (int i = 0; i < size; i++) {
            larger[i] = i < count ? ring[place(i)] : new Datagram(usualLength);
        }
        ring = larger;
        first = 0;
    }
}
