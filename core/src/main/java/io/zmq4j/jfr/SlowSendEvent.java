package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A send that had to wait. */
@Name("io.zmq4j.SlowSend")
@Label("Slow Send")
@Description("A thread was blocked because no peer took its message")
@Category({"ZeroMQ", "Messages"})
@Threshold("20 ms")
@StackTrace(true)
final class SlowSendEvent extends OfEndpoint {
    @Label("Peers")
    @Description("How many were there in the end: 0 if there was nobody to send to")
    int peers;
}
