package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** Reads a socket's events from its monitor's address. */
final class Watch {
    private final ZMQ.Socket reader;

    /** Begins to watch for these events. */
    Watch(ZContext context, ZMQ.Socket watched, int events) {
        String address = "inproc://watch-" + System.identityHashCode(watched);
        Expect.that(watched.monitor(address, events), "monitored");
        reader = context.createSocket(SocketType.PAIR);
        reader.setReceiveTimeOut(20_000);
        reader.connect(address);
    }

    /** The next event, which is expected to be this one. */
    ZEvent next(ZMonitor.Event expected) {
        ZEvent event = next();
        Expect.equal(expected, event.getEvent());
        return event;
    }

    ZEvent next() {
        ZEvent event = ZEvent.recv(reader);
        Expect.that(event != null, "an event within 20 s");
        return event;
    }

    /** The next event of this kind; others are passed over. */
    ZEvent skipTo(ZMonitor.Event wanted) {
        ZEvent event = next();
        while (event.getEvent() != wanted) {
            event = next();
        }
        return event;
    }

    ZMQ.Socket reader() {
        return reader;
    }
}
