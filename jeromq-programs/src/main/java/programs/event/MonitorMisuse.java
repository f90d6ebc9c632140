package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import programs.Expect;

/** A monitor's address is inproc, and there is one monitor or hook at a time. */
public final class MonitorMisuse {
    private MonitorMisuse() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket socket = context.createSocket(SocketType.PULL);
            Expect.that(!socket.monitor("tcp://127.0.0.1:*", ZMQ.EVENT_ALL), "no tcp");
            Expect.equal(ZMQ.Error.EPROTONOSUPPORT.getCode(), socket.errno());
            Expect.failure(IllegalArgumentException.class, () -> socket.monitor("somewhere", ZMQ.EVENT_ALL));
            Expect.failure(IllegalArgumentException.class, () -> socket.monitor("inproc://", ZMQ.EVENT_ALL));
            Expect.that(socket.monitor("inproc://first", ZMQ.EVENT_LISTENING), "the first");
            Expect.failure(IllegalStateException.class, () -> socket.setEventHook(event -> {}, ZMQ.EVENT_ALL));
            Expect.that(socket.setEventHook(null, 0), "ended");
        }
    }
}
