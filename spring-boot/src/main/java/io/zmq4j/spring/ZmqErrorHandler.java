package io.zmq4j.spring;

import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A bean that decides what becomes of a message that a {@link ZmqListener} could not deal with. A listener names one; one that names
 * none has the only bean of this type, if there is only one.
 *
 * <p>If it returns, the failure is dealt with. If it throws, the message goes to the listener's dead letters, if it has such.
 */
@FunctionalInterface
public interface ZmqErrorHandler {
    /**
     * Deals with a failure, in the thread of the listener.
     *
     * @return of a REP or ROUTER the reply; null for {@code ["", "error"]}. Of other sockets nobody looks at it
     */
    @Nullable
    Message handle(FailedMessage failed) throws Exception;
}
