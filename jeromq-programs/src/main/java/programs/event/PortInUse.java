package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import org.zeromq.ZMonitor;
import programs.Expect;

/** A bind that fails is told as an error with its number, beside what the call says. */
public final class PortInUse {
    private PortInUse() {}

    /** A bind that fails throws; JeroMQ's gives false if the monitor's own sending has wiped out the error meanwhile. */
    private static boolean binds(ZMQ.Socket socket, String endpoint) {
        try {
            return socket.bind(endpoint);
        } catch (ZMQException e) {
            Expect.equal(ZMQ.Error.EADDRINUSE.getCode(), e.getErrorCode());
            return false;
        }
    }

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket first = context.createSocket(SocketType.PULL);
            first.bind("tcp://127.0.0.1:*");
            String endpoint = first.getLastEndpoint();
            ZMQ.Socket second = context.createSocket(SocketType.PULL);
            var watch = new Watch(context, second, ZMQ.EVENT_ALL);

            Expect.that(!binds(second, endpoint), "not bound");
            watch.next(ZMonitor.Event.CLOSED);
            ZEvent failed = watch.next(ZMonitor.Event.BIND_FAILED);
            Expect.equal(ZMQ.Error.EADDRINUSE, failed.<ZMQ.Error>getValue());
            Expect.that(failed.isError() && !failed.isWarn() && !failed.isDebug(), "an error");
            Expect.that(endpoint.endsWith(failed.getAddress()), "tells where: " + failed.getAddress());
            second.close();
            watch.next(ZMonitor.Event.MONITOR_STOPPED);
        }
    }
}
