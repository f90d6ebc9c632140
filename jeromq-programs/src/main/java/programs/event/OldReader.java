package programs.event;

import java.nio.channels.ServerSocketChannel;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** The older class for events: a number, a number for its value, and what that stands for; each event is one frame. */
@SuppressWarnings("deprecation")
public final class OldReader {
    private OldReader() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            var watch = new Watch(context, server, ZMQ.EVENT_ALL);
            ZMQ.Socket reader = watch.reader();
            server.bind("tcp://127.0.0.1:*");
            String endpoint = server.getLastEndpoint();

            ZMQ.Event listening = ZMQ.Event.recv(reader);
            Expect.that(!reader.hasReceiveMore(), "one frame");
            Expect.equal(ZMQ.EVENT_LISTENING, listening.getEvent());
            Expect.equal(endpoint, listening.getAddress());
            Expect.that(listening.getValue() instanceof Integer, "a number");
            Expect.that(listening.resolveValue() instanceof ServerSocketChannel, "a channel");
            Expect.that(!listening.isError() && !listening.isWarn(), "all is well");
            Expect.equal(null, ZMQ.Event.recv(reader, ZMQ.DONTWAIT));

            server.close();
            ZMQ.Event closed = ZMQ.Event.recv(reader);
            var asText = new ZMonitor.ZEvent(closed);
            Expect.equal(ZMonitor.Event.CLOSED, asText.type);
            Expect.equal(ZMQ.EVENT_CLOSED, asText.code);
            Expect.equal(endpoint, asText.address);
            ZMQ.Event stopped = ZMQ.Event.recv(reader);
            Expect.equal(ZMQ.EVENT_MONITOR_STOPPED, stopped.getEvent());
            Expect.equal("", stopped.getAddress());
            Expect.equal(null, stopped.resolveValue());
            Expect.equal(null, new ZMonitor.ZEvent(stopped).value);

            var failed = new ZMQ.Event(ZMQ.EVENT_BIND_FAILED, 48, "tcp://host:1");
            Expect.that(failed.isError(), "an error");
            Expect.equal(48, failed.resolveValue());
        }
    }
}
