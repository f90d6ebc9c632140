package programs.event;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** The event of a peer that came says from where, as the remote address of its channel. */
public final class PeerAddresses {
    private PeerAddresses() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            ZMQ.Socket client = context.createSocket(SocketType.PUSH);
            var watch = new Watch(context, server, ZMQ.EVENT_ACCEPTED);
            var other = new Watch(context, client, ZMQ.EVENT_CONNECTED);
            server.bind("tcp://127.0.0.1:*");
            String endpoint = server.getLastEndpoint();
            client.connect(endpoint);

            SocketChannel accepted = watch.next(ZMonitor.Event.ACCEPTED).getValue();
            var peer = (InetSocketAddress) accepted.getRemoteAddress();
            Expect.that(peer.getAddress().isLoopbackAddress() && peer.getPort() > 0, "from here: " + peer);
            var own = (InetSocketAddress) accepted.getLocalAddress();
            Expect.that(endpoint.endsWith(":" + own.getPort()), "at " + endpoint + ": " + own);
            SocketChannel connected = other.next(ZMonitor.Event.CONNECTED).getValue();
            Expect.equal(own, connected.getRemoteAddress());
        }
    }
}
