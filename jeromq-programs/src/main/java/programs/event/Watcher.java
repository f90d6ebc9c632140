package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** A ZMonitor gives the events one after the other, waiting, not waiting, or for some time. */
public final class Watcher {
    private Watcher() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            var monitor = new ZMonitor(context, server);
            monitor.add(ZMonitor.Event.LISTENING, ZMonitor.Event.CLOSED, ZMonitor.Event.ACCEPTED);
            monitor.remove(ZMonitor.Event.ACCEPTED);
            Expect.equal(monitor, monitor.start());
            Expect.equal(null, monitor.nextEvent(false));
            Expect.equal(null, monitor.nextEvent(20));

            server.bind("tcp://127.0.0.1:*");
            String endpoint = server.getLastEndpoint();
            ZMonitor.ZEvent listening = monitor.nextEvent();
            Expect.equal(ZMonitor.Event.LISTENING, listening.type);
            Expect.equal(ZMQ.EVENT_LISTENING, listening.code);
            Expect.equal(endpoint, listening.address);

            server.unbind(endpoint);
            Expect.equal(ZMonitor.Event.CLOSED, monitor.nextEvent(20_000).type);
            monitor.close();
            Expect.equal(null, monitor.nextEvent(20));
            monitor.close();
        }
    }
}
