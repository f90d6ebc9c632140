package io.zmq4j;

import io.zmq4j.socket.Attached;

/** An endpoint to which a socket connects, now and whenever the connection breaks: what {@link Socket#connect} gives. */
public final class Connection extends Attachment {
    Connection(Attached attached) {
        super(attached);
    }
}
