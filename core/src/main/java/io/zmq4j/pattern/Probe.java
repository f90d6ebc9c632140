package io.zmq4j.pattern;

import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;

/** PROBE_ROUTER: an empty message on every new connection, from which a ROUTER peer learns that we are there. */
final class Probe {
    private Probe() {}

    /** A queue that is full already holds messages that tell the peer the same: then no probe is needed. */
    static void send(Pipe pipe) {
        pipe.tryWrite(Message.empty());
    }
}
