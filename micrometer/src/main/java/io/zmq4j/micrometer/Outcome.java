package io.zmq4j.micrometer;

import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.WaitTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** How a call ended: what the key {@code outcome} says. */
enum Outcome {
    OK("ok"),
    /** The time was over, which for a send that does not wait is at once. */
    TIMEOUT("timeout"),
    ERROR("error");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Outcome of(Throwable failure) {
        boolean isLate = failure instanceof WaitTimeoutException
                || failure instanceof TimeoutException
                || (failure instanceof RequestFailedException request
                        && request.reason() == RequestFailedException.Reason.TIMEOUT);
        return isLate ? TIMEOUT : ERROR;
    }

    /** What a future failed with, without what futures put around it. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
