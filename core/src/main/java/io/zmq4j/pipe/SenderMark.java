package io.zmq4j.pipe;

import io.zmq4j.event.Peer;

/**
 * Stands in a queue where what another peer has sent begins. The producer names somebody else in the same mark as long as
 * nothing has been put behind it: so who has come and gone without a word leaves nothing. What is put behind it publishes the
 * name, which does not change any more; a consumer asks for it when it has taken that.
 */
final class SenderMark {
    private Peer peer;

    SenderMark(Peer peer) {
        this.peer = peer;
    }

    Peer peer() {
        return peer;
    }

    /** Producer: with nothing behind the mark. */
    void peer(Peer other) {
        peer = other;
    }
}
