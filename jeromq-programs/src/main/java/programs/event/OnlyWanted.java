package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** Only the events that were asked for come; a monitor that was ended can be begun anew. */
public final class OnlyWanted {
    private OnlyWanted() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            var watch = new Watch(context, server, ZMQ.EVENT_LISTENING | ZMQ.EVENT_MONITOR_STOPPED);
            server.bind("tcp://127.0.0.1:*");
            server.unbind(server.getLastEndpoint());
            server.bind("tcp://127.0.0.1:*");
            watch.next(ZMonitor.Event.LISTENING);
            watch.next(ZMonitor.Event.LISTENING);
            Expect.equal(null, ZEvent.recv(watch.reader(), ZMQ.DONTWAIT));

            Expect.that(server.monitor(null, 0), "ended");
            watch.next(ZMonitor.Event.MONITOR_STOPPED);
            Expect.that(server.monitor(null, 0), "ended twice");

            Expect.that(server.monitor("inproc://anew", ZMQ.EVENT_CLOSED), "begun anew");
            ZMQ.Socket reader = context.createSocket(SocketType.PAIR);
            reader.setReceiveTimeOut(20_000);
            reader.connect("inproc://anew");
            server.unbind(server.getLastEndpoint());
            Expect.equal(ZMonitor.Event.CLOSED, ZEvent.recv(reader).getEvent());
        }
    }
}
