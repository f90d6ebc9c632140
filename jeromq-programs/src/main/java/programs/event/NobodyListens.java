package programs.event;

import java.time.Duration;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** A refused connection is told as a try, its end, and the wait before the next, until somebody listens. */
public final class NobodyListens {
    private NobodyListens() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            context.setLinger(0);
            String endpoint = Ports.free();
            ZMQ.Socket client = context.createSocket(SocketType.PUSH);
            client.setReconnectIVL(20);
            var watch = new Watch(context, client, ZMQ.EVENT_ALL & ~ZMQ.HANDSHAKE_SUCCEEDED);
            client.connect(endpoint);

            for (int i = 0; i < 2; i++) {
                watch.next(ZMonitor.Event.CONNECT_DELAYED);
                ZEvent ended = watch.next(ZMonitor.Event.CLOSED);
                Expect.equal(endpoint, ended.getAddress());
                ZEvent waits = watch.next(ZMonitor.Event.CONNECT_RETRIED);
                Expect.that(waits.<Duration>getValue().compareTo(Duration.ofSeconds(1)) < 0, "tries again soon");
            }

            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            server.bind(endpoint);
            watch.skipTo(ZMonitor.Event.CONNECTED);
        }
    }
}
