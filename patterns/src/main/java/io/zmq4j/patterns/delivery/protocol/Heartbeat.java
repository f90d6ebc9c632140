package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.nio.ByteBuffer;

/** Sent when nothing else was for a third of the other side's silence. */
record Heartbeat(int session) implements Command {
    @Override
    public Message encode() {
        return Message.wrap(
                ByteBuffer.allocate(PREFIX).put(HEARTBEAT).putInt(session).array());
    }
}
