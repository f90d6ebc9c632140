package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** Peers that do not fit part again; why is told by an event beside that of the parting, which JeroMQ leaves out. */
public final class WrongPeer {
    private WrongPeer() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PUB);
            ZMQ.Socket client = context.createSocket(SocketType.REQ);
            var watch = new Watch(context, server, ZMQ.EVENT_ALL);
            server.bind("tcp://127.0.0.1:*");
            client.setReconnectIVL(60_000);
            client.connect(server.getLastEndpoint());

            watch.next(ZMonitor.Event.LISTENING);
            watch.next(ZMonitor.Event.ACCEPTED);
            watch.next(ZMonitor.Event.HANDSHAKE_PROTOCOL);
            if (Expect.onZmq4j()) {
                ZEvent why = watch.next(ZMonitor.Event.HANDSHAKE_FAILED_PROTOCOL);
                Expect.that(why.isError(), "an error");
                Expect.equal(
                        ZMonitor.ProtocolCode.ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_METADATA,
                        why.<ZMonitor.ProtocolCode>getValue());
            }
            watch.next(ZMonitor.Event.DISCONNECTED);
        }
    }
}
