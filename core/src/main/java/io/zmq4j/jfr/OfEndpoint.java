package io.zmq4j.jfr;

import jdk.jfr.Label;

/** What all events of a socket's endpoints and connections have. */
abstract class OfEndpoint extends OfSocket {
    @Label("Endpoint")
    String endpoint = "";

    @Label("Peer")
    String peer = "";

    final void site(Site site) {
        socket(site);
        endpoint = site.endpoint();
        peer = site.peer();
    }
}
