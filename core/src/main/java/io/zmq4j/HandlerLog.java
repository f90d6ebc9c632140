package io.zmq4j;

import static java.lang.System.Logger.Level.WARNING;

import io.zmq4j.notice.Notices;
import io.zmq4j.notice.Theme;

/** Tells of code of the application that failed in one of the library's threads, which nobody else would hear of. */
final class HandlerLog {
    /** Of what is no socket and has no context that could be silenced. */
    private static final System.Logger LOG = System.getLogger("io.zmq4j.handler");

    private HandlerLog() {}

    /**
     * The first of its kind, the tenth, the hundredth and so on: what fails each time must not fill the disk.
     *
     * @param about whose messages the code handles: a socket, or a stand-in for one
     */
    static void tell(Object about, long count, String text, Throwable failure) {
        if (Notices.isTold(count)) {
            String line = count == 1 ? text : text + "; this is number " + count;
            if (about instanceof Socket socket) {
                socket.core.context().notices().say(Theme.HANDLER, WARNING, line, failure);
            } else {
                log(line, failure);
            }
        }
    }

    private static void log(String line, Throwable failure) {
        try {
            LOG.log(WARNING, line, failure);
        } catch (RuntimeException | Error e) {
            // A log that fails has nobody else to be told to.
        }
    }
}
