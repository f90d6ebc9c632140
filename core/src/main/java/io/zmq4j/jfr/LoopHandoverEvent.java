package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A loop has another driver. */
@Name("io.zmq4j.LoopHandover")
@Label("Loop Handover")
@Description("Another thread began to drive an I/O loop")
@Category({"ZeroMQ", "Loop"})
@Enabled(false)
@StackTrace(false)
final class LoopHandoverEvent extends Event {
    @Label("Loop")
    @Description("The name of its own thread")
    String loop = "";

    @Label("Cause")
    String cause = "";
}
