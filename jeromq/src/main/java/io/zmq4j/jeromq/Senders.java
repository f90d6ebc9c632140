package io.zmq4j.jeromq;

import io.zmq4j.event.Peer;
import org.jspecify.annotations.Nullable;
import zmq.Msg;
import zmq.io.Metadata;

/**
 * What received frames say about who sent them: the properties that its connection had. Those of one connection after the other are
 * the same object. Safe for any thread.
 */
public final class Senders {
    private record Known(Peer peer, Metadata metadata) {}

    private volatile @Nullable Known last;

    /** Puts the sender's properties to a frame; of a peer without a wire there are none. */
    public Msg note(Msg msg, Peer sender) {
        if (sender.metadata().isEmpty() && sender.address() == null && sender.userId() == null) {
            return msg;
        }
        Known known = last;
        if (known == null || known.peer != sender) {
            known = new Known(sender, metadataOf(sender));
            last = known;
        }
        return msg.setMetadata(known.metadata);
    }

    private static Metadata metadataOf(Peer sender) {
        var metadata = new Metadata();
        sender.metadata().forEach(metadata::put);
        if (sender.userId() != null) {
            metadata.put(Metadata.USER_ID, sender.userId());
        }
        if (sender.address() != null) {
            metadata.put(Metadata.PEER_ADDRESS, sender.address());
        }
        return metadata;
    }
}
