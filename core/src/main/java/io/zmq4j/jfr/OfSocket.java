package io.zmq4j.jfr;

import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;

/** What all events of a socket have. */
abstract class OfSocket extends Event {
    @Label("Socket")
    @Description("Type and name")
    String socket = "";

    @Label("Socket Id")
    @Description("Which of its context's sockets, from 1")
    long socketId;

    final void socket(Site site) {
        socket = site.socket();
        socketId = site.socketId();
    }
}
