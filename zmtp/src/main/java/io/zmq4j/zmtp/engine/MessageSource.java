package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** Where the outbound half takes its messages from. */
@FunctionalInterface
public interface MessageSource {
    /** The next message, or null if there is none now. */
    @Nullable
    Message poll();
}
