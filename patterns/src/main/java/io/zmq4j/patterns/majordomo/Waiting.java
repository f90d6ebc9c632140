package io.zmq4j.patterns.majordomo;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;

/** A request from when it came until it is answered. Owned by the broker's rules. */
final class Waiting {
    final Frame client;
    final MdpVersion version;
    final Message body;
    final long size;

    /** Whether the client understands that a reply of which it has parts begins anew. */
    final boolean mayRestart;

    /** When it is given up if no worker has taken it. */
    final long deadline;

    /** How many workers have got it. */
    int deliveries;

    /** Whether the client has parts of a reply to it. */
    boolean hasParts;

    /** Whether the client missed a part: what follows is nothing to it. */
    boolean isTorn;

    Waiting(Frame client, MdpVersion version, Message body, boolean mayRestart, long deadline) {
        this.client = client;
        this.version = version;
        this.body = body;
        this.size = body.size();
        this.mayRestart = mayRestart;
        this.deadline = deadline;
    }
}
