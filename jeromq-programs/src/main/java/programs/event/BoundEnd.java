package programs.event;

import java.nio.channels.SelectableChannel;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** The one that binds is told in this order: it listens, a peer came, greeted and left, it listens no more, the monitor ends. */
public final class BoundEnd {
    private BoundEnd() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.REP);
            ZMQ.Socket client = context.createSocket(SocketType.REQ);
            var watch = new Watch(context, server, ZMQ.EVENT_ALL & ~ZMQ.HANDSHAKE_SUCCEEDED);

            server.bind("tcp://127.0.0.1:*");
            String endpoint = server.getLastEndpoint();
            ZEvent listening = watch.next(ZMonitor.Event.LISTENING);
            Expect.equal(endpoint, listening.getAddress());
            Expect.that(listening.isDebug() && !listening.isError(), "all is well");

            client.connect(endpoint);
            client.send("question");
            Expect.equal("question", server.recvStr());
            server.send("answer");
            Expect.equal("answer", client.recvStr());
            Expect.equal(endpoint, watch.next(ZMonitor.Event.ACCEPTED).getAddress());
            ZEvent greeted = watch.next(ZMonitor.Event.HANDSHAKE_PROTOCOL);
            Expect.equal(3, greeted.<Integer>getValue());

            client.close();
            ZEvent left = watch.next(ZMonitor.Event.DISCONNECTED);
            Expect.equal(endpoint, left.getAddress());
            Expect.that(left.isInformation() && !left.isDebug(), "to be known");
            Expect.that(left.<Object>getValue() instanceof SelectableChannel, "the value is a channel");

            server.close();
            Expect.equal(endpoint, watch.next(ZMonitor.Event.CLOSED).getAddress());
            ZEvent stopped = watch.next(ZMonitor.Event.MONITOR_STOPPED);
            Expect.equal("", stopped.getAddress());
            Expect.equal(null, stopped.getValue());
        }
    }
}
