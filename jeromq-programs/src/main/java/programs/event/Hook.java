package programs.event;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** A hook is called with the events instead of a reader, and closed at the end. */
public final class Hook {
    private Hook() {}

    private static final class Told implements ZEvent.ZEventConsummer {
        final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

        @Override
        public void consume(ZEvent event) {
            calls.add(event.getEvent() + " " + event.getAddress());
        }

        @Override
        public void close() {
            calls.add("closed");
        }

        String next() throws InterruptedException {
            return calls.poll(20, TimeUnit.SECONDS);
        }
    }

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            var told = new Told();
            int events = ZMQ.EVENT_LISTENING | ZMQ.EVENT_CLOSED | ZMQ.EVENT_MONITOR_STOPPED;
            Expect.that(server.setEventHook(told, events), "hooked");
            server.bind("tcp://127.0.0.1:*");
            String endpoint = server.getLastEndpoint();
            Expect.equal(ZMonitor.Event.LISTENING + " " + endpoint, told.next());
            server.unbind(endpoint);
            Expect.equal(ZMonitor.Event.CLOSED + " " + endpoint, told.next());
            Expect.that(server.setEventHook(null, 0), "unhooked");
            Expect.equal(ZMonitor.Event.MONITOR_STOPPED + " ", told.next());
            Expect.equal("closed", told.next());
            server.bind("tcp://127.0.0.1:*");
            Expect.equal(null, told.calls.poll());
        }
    }
}
