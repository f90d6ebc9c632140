package io.zmq4j.jeromq;

import io.zmq4j.event.Peer;
import zmq.Msg;
import zmq.io.Metadata;

/** What a received frame says about who sent it: the properties that its connection had. */
public final class Senders {
    private Senders() {}

    /** Puts the sender's properties to a frame; of a peer without a wire there are none. */
    public static Msg note(Msg msg, Peer sender) {
        if (sender.metadata().isEmpty() && sender.address() == null && sender.userId() == null) {
            return msg;
        }
        var metadata = new Metadata();
        sender.metadata().forEach(metadata::put);
        if (sender.userId() != null) {
            metadata.put(Metadata.USER_ID, sender.userId());
        }
        if (sender.address() != null) {
            metadata.put(Metadata.PEER_ADDRESS, sender.address());
        }
        return msg.setMetadata(metadata);
    }
}
