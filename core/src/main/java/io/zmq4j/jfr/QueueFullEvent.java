package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A queue at its high-water mark. */
@Name("io.zmq4j.QueueFull")
@Label("Queue Full")
@Description("A peer's queue was at its high-water mark, until half of it was free again or the peer was gone")
@Category({"ZeroMQ", "Messages"})
@Threshold("20 ms")
@StackTrace(false)
final class QueueFullEvent extends OfEndpoint {
    @Label("Queue")
    @Description("Send or receive")
    String queue = "";

    @Label("High-Water Mark")
    @Description("Messages")
    int highWaterMark;
}
