package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The outbound half once there is a peer. Owned by the thread that drives it. */
interface TrafficOut {
    /** See {@link Engine#transmit}. */
    boolean transmit(Outgoing out, MessageSource source);

    /** See {@link Engine#begun}. */
    @Nullable
    Message begun();

    /** See {@link Engine#left}. */
    void left(long total);

    /** See {@link Engine#restOutbound}. */
    default void rest() {}

    /** See {@link Engine#recover}. */
    void recover(@Nullable Unsent unsent, Consumer<Message> messages);
}
