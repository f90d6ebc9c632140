package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A connection has ended. */
@Name("io.zmq4j.Disconnect")
@Label("Disconnect")
@Description("A connection whose handshake had succeeded ended")
@Category({"ZeroMQ", "Connection"})
@StackTrace(false)
final class DisconnectEvent extends OfEndpoint {
    @Label("Reason")
    String reason = "";

    @Label("Detail")
    String detail = "";
}
