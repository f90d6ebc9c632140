package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** Whoever waits for an event when the context ends is told so by ETERM. */
public final class ContextEnds {
    private ContextEnds() {}

    public static void main(String[] args) throws Exception {
        Aside reading;
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket server = context.socket(SocketType.PULL)) {
            Expect.that(server.monitor("inproc://events", ZMQ.EVENT_ACCEPTED), "monitored");
            reading = Aside.start(() -> {
                try (ZMQ.Socket reader = context.socket(SocketType.PAIR)) {
                    reader.connect("inproc://events");
                    Expect.code(ZMQ.Error.ETERM.getCode(), () -> ZEvent.recv(reader));
                }
            });
            reading.untilItWaits();
        }
        reading.join();
    }
}
