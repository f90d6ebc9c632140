package programs;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Endpoints that nobody else uses. */
public final class Endpoints {
    private Endpoints() {}

    /**
     * Binds to an ipc endpoint, and returns it. JeroMQ makes a port of tcp out of the name, which may be taken: then by another
     * name.
     */
    public static String bindIpc(ZMQ.Socket socket) throws Exception {
        Expect.eventually(
                "an ipc endpoint that is free", () -> bound(socket, "ipc:///tmp/program-" + System.nanoTime()));
        return socket.getLastEndpoint();
    }

    /** One to which a socket could bind a moment ago. */
    public static String freeIpc(ZMQ.Context context) throws Exception {
        try (ZMQ.Socket socket = context.socket(SocketType.PAIR)) {
            return bindIpc(socket);
        }
    }

    /** One to which a socket could bind a moment ago. */
    public static String freeTcp(ZMQ.Context context) {
        try (ZMQ.Socket socket = context.socket(SocketType.PAIR)) {
            socket.bind("tcp://127.0.0.1:*");
            return socket.getLastEndpoint();
        }
    }

    /** Binds as soon as the one who had the endpoint before has given it back, which is done in the background. */
    public static void bindSoon(ZMQ.Socket socket, String endpoint) throws Exception {
        Expect.eventually(endpoint + " is free", () -> bound(socket, endpoint));
    }

    private static boolean bound(ZMQ.Socket socket, String endpoint) {
        try {
            return socket.bind(endpoint);
        } catch (ZMQException taken) {
            Expect.equal(ZMQ.Error.EADDRINUSE.getCode(), taken.getErrorCode());
            return false;
        }
    }
}
