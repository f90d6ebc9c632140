package io.zmq4j.test;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;

/** A message that came, taken apart. */
record Arrival(Message body, @Nullable Message envelope) {
    static Arrival of(Message message, SocketType type) {
        if (Kinds.isRouted(type)) {
            return new Arrival(Message.of(message.bytes(1)), Message.of(message.bytes(0)));
        }
        boolean enveloped = type == SocketType.ROUTER
                || (type == SocketType.DEALER && message.frameCount() > 1 && message.size(0) == 0);
        return enveloped ? new Arrival(message.body(), message.envelope()) : new Arrival(message, null);
    }

    Message reply(Message reply) {
        return envelope == null ? reply : reply.prepend(envelope);
    }
}
