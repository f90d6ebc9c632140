package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A receive that had to wait. */
@Name("io.zmq4j.SlowReceive")
@Label("Slow Receive")
@Description(
        "A thread was blocked because there was no message; off by default, as most receivers wait most of the time")
@Category({"ZeroMQ", "Messages"})
@Enabled(false)
@Threshold("20 ms")
@StackTrace(true)
final class SlowReceiveEvent extends OfEndpoint {
    @Label("Peers")
    @Description("How many were there in the end")
    int peers;
}
