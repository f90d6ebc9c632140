package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** Whoever waits for an event when the context ends is told so by ETERM. */
public final class ContextEnds {
    private ContextEnds() {}

    public static void main(String[] args) throws Exception {
        Aside reading;
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            Expect.that(server.monitor("inproc://events", ZMQ.EVENT_ACCEPTED), "monitored");
            ZMQ.Socket reader = context.createSocket(SocketType.PAIR);
            reader.connect("inproc://events");
            reading = Aside.start(() -> {
                if (Expect.onZmq4j()) {
                    Expect.code(ZMQ.Error.ETERM.getCode(), () -> ZEvent.recv(reader));
                } else {
                    Expect.failure(RuntimeException.class, () -> ZEvent.recv(reader));
                }
            });
            reading.untilItWaits();
        }
        reading.join();
    }
}
