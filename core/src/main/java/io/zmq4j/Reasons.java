package io.zmq4j;

import java.util.concurrent.CompletionException;

/** What a future failed with, to be thrown by a thread that asked for it. */
final class Reasons {
    private Reasons() {}

    /** Without what a future that was derived from another one wraps around it. */
    static Throwable of(Throwable reason) {
        Throwable cause = reason instanceof CompletionException ? reason.getCause() : null;
        return cause == null ? reason : cause;
    }

    /** As {@link #of}, to be thrown; itself if that is unchecked. */
    static RuntimeException unchecked(Throwable reason) {
        Throwable cause = of(reason);
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
    }
}
