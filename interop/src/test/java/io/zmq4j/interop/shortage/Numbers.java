package io.zmq4j.interop.shortage;

import io.zmq4j.message.Message;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbered messages of one sender, as they come to one receiver: none twice, none torn. Those of one connection come in order;
 * what was still on its way when a connection was replaced may come by turns with what the next one brings. Allocates nothing
 * when it takes one. Written by the receiving thread; looked at by any, for sure when that has nothing more to take.
 */
final class Numbers {
    private static final int SMALL = 16;
    private static final int MIDDLE = 3_000;
    private static final int LARGE = 100_000;
    private static final VarHandle NUMBER = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int WORDS = 1 << 14;
    private static final int MOST_ROWS = 1_000;

    /** A bit for each number that came; enough for more than a round sends. */
    private final long[] came = new long[WORDS];

    /** What came is a mixture of ascending rows, as few as possible: their last numbers, the highest first. */
    private final long[] rows = new long[MOST_ROWS];

    private int rowCount;
    private volatile long last = -1;
    private volatile long received;
    private volatile long turns;
    private volatile long wrong;
    private volatile long firstWrong;

    /** Now and then one that is large. */
    static Message message(long number) {
        int size = number % 500 == 499 ? LARGE : number % 64 == 63 ? MIDDLE : SMALL;
        var bytes = new byte[size];
        NUMBER.set(bytes, 0, number);
        NUMBER.set(bytes, size - Long.BYTES, number);
        return Message.wrap(bytes);
    }

    static long number(Message message) {
        return (long) NUMBER.get(message.array(message.frameCount() - 1), 0);
    }

    private static boolean isTorn(Message message) {
        byte[] bytes = message.array(message.frameCount() - 1);
        return (long) NUMBER.get(bytes, 0) != (long) NUMBER.get(bytes, bytes.length - Long.BYTES);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void take(Message message) {
        long number = number(message);
        if (isTorn(message) || has(number)) {
            if (wrong++ == 0) {
                firstWrong = number;
            }
            return;
        }
        came[word(number)] |= 1L << number;
        if (!continuesRow(number)) {
            turns++;
        }
        received++;
        if (number > last) {
            last = number;
        }
    }

    /** Whether it is behind the end of some row: it is put to the one with the highest end. */
    private boolean continuesRow(long number) {
        int row = 0;
        while (row < rowCount && rows[row] > number) {
            row++;
        }
        boolean continues = row < rowCount;
        if (continues || rowCount < MOST_ROWS) {
            rows[row] = number;
        }
        if (!continues && rowCount < MOST_ROWS) {
            rowCount++;
        }
        return continues || row == 0;
    }

    private static int word(long number) {
        return (int) (number >> 6);
    }

    /** Whether it came. */
    boolean has(long number) {
        return (came[word(number)] & 1L << number) != 0;
    }

    /** The highest that came. */
    long last() {
        return last;
    }

    long received() {
        return received;
    }

    /** How many rows of numbers are missing before the highest. */
    long gaps() {
        long gaps = 0;
        boolean isThere = true;
        for (long number = 0; number < last; number++) {
            boolean comes = has(number);
            if (isThere && !comes) {
                gaps++;
            }
            isThere = comes;
        }
        return gaps;
    }

    /** Of how many ascending rows more than one, at least, they are a mixture. */
    long turns() {
        return turns;
    }

    /** How many came twice or torn. */
    long wrong() {
        return wrong;
    }

    long firstWrong() {
        return firstWrong;
    }
}
