package io.zmq4j.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An unbounded queue from one producer to one consumer at a time; the bound, if any, is the producer's: it offers with
 * a limit. "One at a time" means that whoever produces holds a lock or gate that orders it after the one before; the
 * same for consuming.
 *
 * <p><b>How it works.</b> Elements lie in arrays that are linked by their last slot: a small one first, so that an idle
 * queue costs little, larger ones later. A slot is null until it is filled.
 * <ul>
 *   <li><i>Invariant:</i> the slots from the consumer's position to the producer's are filled, in order; the one at the
 *       producer's position is null. So the consumer needs no index of the producer's: a null slot is an empty queue.
 *   <li><i>Memory order:</i> the producer fills a slot with a release store, the consumer reads it with an acquire load:
 *       everything the producer did to the element is visible. The consumer publishes its count with a release store;
 *       the producer reads it only when its cached copy says the limit is reached, so that in a steady flow neither
 *       side touches the other's cache line more than once per array or limit.
 *   <li><i>Taken elements</i> are forgotten a cache line at a time, behind the producer's back: to overwrite each slot at
 *       once would take the line away from a producer who is about to fill the next one. Who holds large elements calls
 *       {@link #forgetTaken}.
 *   <li><i>Counts and weights</i> grow only, and are there for any thread to look at. Each is written by one side, without a
 *       fence, on a cache line that this side writes for the element anyway. An element's weight is added before the element
 *       can be seen, so that a thread that has taken it finds it counted; its count may be behind, so that what has been put
 *       is the greater of both sides' counts. Counts are opaque; weights are plain, as an opaque store for each small message
 *       could be measured: the release store that follows publishes what was put, and leaving the lock or gate what was
 *       taken. Where a machine writes the halves of 64 bits apart, a look at the moment when 4 GiB are passed may be wrong by
 *       as much.
 *   <li><i>Layout:</i> see {@link SpscSides}.
 *   <li><i>Refused:</i> a ring of the limit's size (8 KiB for each of ten thousand idle peers); reusing arrays (the
 *       garbage is 4 bytes an element, and a store into a young array costs no memory fence, see {@code Aftermath});
 *       signalling "was empty" from here (it needs a full fence per element, and the callers have a cheaper one: see
 *       {@code PipeQueue}).
 * </ul>
 */
public final class SpscQueue<E> extends SpscSides.Padded {
    private static final int FIRST_LENGTH = 8;
    private static final int MAX_LENGTH = 512;
    /** Slots in a cache line. */
    private static final int LINE = 16;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final VarHandle PRODUCED;
    private static final VarHandle CONSUMED;
    private static final VarHandle PRODUCED_WEIGHT;
    private static final VarHandle CONSUMED_WEIGHT;

    static {
        try {
            var lookup = MethodHandles.lookup();
            PRODUCED = lookup.findVarHandle(SpscSides.Producer.class, "produced", long.class);
            CONSUMED = lookup.findVarHandle(SpscSides.Consumer.class, "consumed", long.class);
            PRODUCED_WEIGHT = lookup.findVarHandle(SpscSides.Producer.class, "producedWeight", long.class);
            CONSUMED_WEIGHT = lookup.findVarHandle(SpscSides.Consumer.class, "consumedWeight", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public SpscQueue() {
        super(new @Nullable Object[FIRST_LENGTH]);
    }

    /**
     * Producer: adds an element unless {@code limit} elements are there already.
     *
     * @param limit 0 for none
     */
    public boolean offer(E element, int limit) {
        return offer(element, 0, limit);
    }

    /** Producer: as {@link #offer(Object, int)}, an element that weighs so much. */
    public boolean offer(E element, long weight, int limit) {
        if (!hasRoom(limit)) {
            return false;
        }
        @Nullable Object[] array = producerArray;
        int slot = producerSlot;
        if (slot == array.length - 1) {
            var next = new @Nullable Object[Math.min(array.length * 4, MAX_LENGTH)];
            putWeight(weight);
            next[0] = element;
            producerArray = next;
            producerSlot = 1;
            SLOT.setRelease(array, slot, next);
        } else {
            putWeight(weight);
            producerSlot = slot + 1;
            SLOT.setRelease(array, slot, element);
        }
        PRODUCED.setOpaque(this, produced + 1);
        return true;
    }

    /** Producer: the last element counts for so many more. */
    public void putMore(int elements) {
        PRODUCED.setOpaque(this, produced + elements);
    }

    /** Producer: what was put weighs so much more. */
    public void putWeight(long weight) {
        producedWeight += weight;
    }

    /** Consumer: what was taken weighs so much; less than nothing takes a weight back. */
    public void tookWeight(long weight) {
        consumedWeight += weight;
    }

    /** Consumer: the last element taken counted for so many more. */
    public void tookMore(int elements) {
        CONSUMED.setRelease(this, consumed + elements);
    }

    /** Producer: whether {@link #offer} with this limit would succeed. */
    public boolean hasRoom(int limit) {
        if (limit == 0 || produced - consumedSeen < limit) {
            return true;
        }
        consumedSeen = (long) CONSUMED.getAcquire(this);
        return produced - consumedSeen < limit;
    }

    /** Consumer: takes the oldest element, or null if there is none. */
    @SuppressWarnings("unchecked")
    public @Nullable E poll() {
        @Nullable Object[] array = consumerArray;
        int slot = consumerSlot;
        Object element = SLOT.getAcquire(array, slot);
        if (element == null) {
            forgetTaken();
            return null;
        }
        if (slot == array.length - 1) {
            array = follow((@Nullable Object[]) element);
            slot = 0;
            element = array[0];
        } else if (slot - firstKept == LINE) {
            forgetTaken();
        }
        consumerSlot = slot + 1;
        CONSUMED.setRelease(this, consumed + 1);
        return (E) element;
    }

    /**
     * Consumer: takes the oldest elements, as many as fit behind {@code from}, until there is none or one of another kind.
     * What {@link #poll()} does for each, this does once for all of them.
     *
     * @return the index behind the last one
     */
    public <T extends E> int poll(Class<T> kind, @Nullable T[] into, int from) {
        int at = from;
        while (at < into.length) {
            Object element = SLOT.getAcquire(consumerArray, consumerSlot);
            if (element != null && consumerSlot == consumerArray.length - 1) {
                element = follow((@Nullable Object[]) element)[0];
                consumerSlot = 0;
            }
            if (!kind.isInstance(element)) {
                break;
            }
            into[at++] = kind.cast(element);
            consumerSlot++;
        }
        forgetTaken();
        CONSUMED.setRelease(this, consumed + at - from);
        return at;
    }

    /**
     * Consumer: goes on to the next array, and leaves nothing in the one behind. A dead array that a collector has moved to
     * the old generation keeps alive whatever it refers to, until that generation is collected: its successor, and the
     * successor's, and the messages in all of them.
     */
    private @Nullable Object[] follow(@Nullable Object[] next) {
        forgetTaken();
        consumerArray[consumerSlot] = null;
        consumerArray = next;
        firstKept = 0;
        return next;
    }

    /** Consumer: keeps no reference to what was taken. */
    public void forgetTaken() {
        @Nullable Object[] array = consumerArray;
        int slot = consumerSlot;
        for (int i = firstKept; i < slot; i++) {
            array[i] = null;
        }
        firstKept = slot;
    }

    /** Consumer: whether there is nothing to poll but elements of this kind. */
    @SuppressWarnings("unchecked")
    public boolean holdsOnly(Predicate<? super E> kind) {
        @Nullable Object[] array = consumerArray;
        int slot = consumerSlot;
        while (true) {
            Object element = SLOT.getAcquire(array, slot);
            if (element == null) {
                return true;
            }
            if (slot == array.length - 1) {
                array = (@Nullable Object[]) element;
                slot = 0;
            } else if (kind.test((E) element)) {
                slot++;
            } else {
                return false;
            }
        }
    }

    /**
     * Whether everything that was put has been taken. Any thread: for one that is neither side, the consumer's array and
     * position could be of different moments, so this compares the counts.
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many elements have been put, as far as their producer has counted them. Any thread. */
    public long countPut() {
        return (long) PRODUCED.getOpaque(this);
    }

    /** How many elements have been taken. Any thread. */
    public long countTaken() {
        return (long) CONSUMED.getAcquire(this);
    }

    /** What the elements that have been put weigh, by their producer's measure. Any thread. */
    public long weightPut() {
        return (long) PRODUCED_WEIGHT.getOpaque(this);
    }

    /** What the elements that have been taken weigh, by their consumer's measure. Any thread. */
    public long weightTaken() {
        return (long) CONSUMED_WEIGHT.getOpaque(this);
    }

    /** About how many elements are there; exact for a thread that excludes both sides. */
    public int size() {
        long before = (long) CONSUMED.getAcquire(this);
        return (int) Math.max(0, (long) PRODUCED.getOpaque(this) - before);
    }
}
