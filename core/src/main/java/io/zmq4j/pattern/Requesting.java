package io.zmq4j.pattern;

import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** A pattern whose messages may be replies to requests, which the machine under the socket takes for those who asked. */
public interface Requesting {
    /** From now on every message is taken as a reply; nobody else receives any more. */
    void beginRequests();

    /** The next message after {@link #beginRequests}, or null if there is none now. */
    @Nullable
    Message tryReceiveReply();
}
