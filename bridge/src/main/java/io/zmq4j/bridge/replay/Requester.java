package io.zmq4j.bridge.replay;

import io.zmq4j.RouterSocket;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.Optional;

/** The way back to who asked. Safe for any thread. */
record Requester(RouterSocket router, Peer peer, Duration patience) {
    /** Whether it is there: its routing id may be another one's meanwhile. */
    boolean isThere() {
        return router.peer(peer.routingId()).equals(Optional.of(peer));
    }

    /**
     * Sends it an answer, and waits for room.
     *
     * @return false if it is gone, or has made no room in all its time
     * @throws io.zmq4j.error.ZmqException if nothing can be sent any more
     */
    boolean send(Message answer) {
        return isThere() && router.send(answer.prependWrapped(peer.routingId()), patience);
    }

    /** Sends it an answer if there is room. */
    void trySend(Message answer) {
        var unused = isThere() && router.trySend(answer.prependWrapped(peer.routingId()));
    }
}
