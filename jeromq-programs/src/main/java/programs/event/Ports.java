package programs.event;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Endpoints for what must know a port before it is bound. */
final class Ports {
    private Ports() {}

    /** An endpoint where nobody listens. */
    static String free() {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket socket = context.createSocket(SocketType.PULL);
            socket.bind("tcp://127.0.0.1:*");
            return socket.getLastEndpoint();
        }
    }
}
