package programs.event;

import java.time.Duration;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** The one that connects is told of each step: the try, the connection, the greeting, its end, and the wait before the next try. */
public final class ConnectedEnd {
    private ConnectedEnd() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.ROUTER);
            ZMQ.Socket client = context.createSocket(SocketType.DEALER);
            var watch = new Watch(context, client, ZMQ.EVENT_ALL & ~ZMQ.HANDSHAKE_SUCCEEDED);

            server.bind("tcp://127.0.0.1:*");
            String endpoint = server.getLastEndpoint();
            client.connect(endpoint);
            ZEvent begun = watch.next(ZMonitor.Event.CONNECT_DELAYED);
            Expect.equal(endpoint, begun.getAddress());
            Expect.equal(ZMQ.Error.NOERROR, begun.<ZMQ.Error>getValue());
            Expect.equal(endpoint, watch.next(ZMonitor.Event.CONNECTED).getAddress());
            Expect.equal(3, watch.next(ZMonitor.Event.HANDSHAKE_PROTOCOL).<Integer>getValue());

            server.close();
            Expect.equal(endpoint, watch.next(ZMonitor.Event.DISCONNECTED).getAddress());
            ZEvent waits = watch.next(ZMonitor.Event.CONNECT_RETRIED);
            Expect.that(waits.<Duration>getValue().compareTo(Duration.ofSeconds(10)) < 0, "tries again soon");
            watch.next(ZMonitor.Event.CONNECT_DELAYED);
        }
    }
}
