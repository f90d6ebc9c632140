package io.zmq4j.bridge.nats;

import io.nats.client.Message;
import io.zmq4j.bridge.spi.Origin;

/** Where a message stands in its stream, and what acknowledges it. */
record NatsOrigin(Message message) implements Origin {
    @Override
    public String id() {
        return id(message.metaData().getStream(), message.metaData().streamSequence());
    }

    static String id(String stream, long sequence) {
        return stream + "@" + sequence;
    }
}
