package io.zmq4j.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A connection whose bytes nobody takes. */
@Name("io.zmq4j.FlushStall")
@Label("Flush Stall")
@Description("Bytes of a connection waited, and the kernel took none of them")
@Category({"ZeroMQ", "Messages"})
@Threshold("20 ms")
@StackTrace(false)
final class FlushStallEvent extends OfEndpoint {}
