package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A connection is there. */
@Name("io.zmq4j.Connect")
@Label("Connect")
@Description("A connection was made, or accepted; its handshake follows. The duration is that of the try")
@Category({"ZeroMQ", "Connection"})
@StackTrace(false)
final class ConnectEvent extends OfEndpoint {
    @Label("Accepted")
    @Description("Whether the peer made it")
    boolean accepted;
}
