package io.zmq4j;

import java.lang.System.Logger.Level;

/** Tells of code of the application that failed in one of the library's threads, which nobody else would hear of. */
final class HandlerLog {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.handler");

    private HandlerLog() {}

    /** The first of its kind, the tenth, the hundredth and so on: what fails each time must not fill the disk. */
    static void tell(long count, String text, Throwable failure) {
        if (isTold(count)) {
            try {
                LOG.log(Level.WARNING, count == 1 ? text : text + "; this is number " + count, failure);
            } catch (RuntimeException | Error e) {
                // A log that fails has nobody else to be told to.
            }
        }
    }

    static boolean isTold(long count) {
        long power = 1;
        while (power < count && power <= Long.MAX_VALUE / 10) {
            power *= 10;
        }
        return power == count;
    }
}
