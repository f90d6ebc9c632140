package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Messages were dropped. */
@Name("io.zmq4j.Drop")
@Label("Drop")
@Description("Messages were dropped: told at the first, and then at about the 10th, 100th, 1000th for each reason")
@Category({"ZeroMQ", "Messages"})
@StackTrace(false)
final class DropEvent extends OfSocket {
    @Label("Reason")
    String reason = "";

    @Label("Count")
    @Description("How many for this reason so far")
    long count;
}
