package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A handshake is over. */
@Name("io.zmq4j.Handshake")
@Label("Handshake")
@Description("A handshake ended; the duration is since the connection was there")
@Category({"ZeroMQ", "Connection"})
@StackTrace(false)
final class HandshakeEvent extends OfEndpoint {
    @Label("Mechanism")
    @Description("Security mechanism of this side; empty over inproc")
    String mechanism = "";

    @Label("Succeeded")
    boolean succeeded;

    @Label("Reason")
    @Description("Why it failed; empty if it succeeded")
    String reason = "";

    @Label("Detail")
    @Description("The same in words, or what the peer is")
    String detail = "";
}
