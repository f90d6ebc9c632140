package io.zmq4j;

import io.zmq4j.socket.Attached;
import java.time.Duration;
import java.util.Optional;

/** An endpoint to which a socket connects, now and whenever the connection breaks: what {@link Socket#connect} gives. */
public final class Connection extends Attachment {
    Connection(Attached attached) {
        super(attached);
    }

    /**
     * How long until it is tried again, not negative. Empty if no try is planned: it is connected, or being connected, or over,
     * or waits within the context until a socket binds the name.
     */
    public Optional<Duration> nextTry() {
        return attached.nextTry();
    }
}
