package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A connected endpoint waits for its next try. */
@Name("io.zmq4j.ReconnectWait")
@Label("Reconnect Wait")
@Description("A connect failed, or a connection broke; the next try follows after the wait")
@Category({"ZeroMQ", "Connection"})
@StackTrace(false)
final class ReconnectWaitEvent extends OfEndpoint {
    @Label("Wait")
    @Timespan(Timespan.MILLISECONDS)
    long wait;

    @Label("Reason")
    @Description("Why the connection ended, if there was one")
    String reason = "";

    @Label("Detail")
    @Description("Why the try failed, or the connection ended")
    String detail = "";
}
