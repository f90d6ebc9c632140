package programs.endpoint;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** The last endpoint is what was bound or connected to last, with the port in place of the wildcard. */
public final class LastEndpoint {
    private LastEndpoint() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(SocketType.DEALER)) {
            Expect.equal(null, socket.getLastEndpoint());
            socket.bind("tcp://127.0.0.1:*");
            Expect.that(
                    socket.getLastEndpoint().matches("tcp://127\\.0\\.0\\.1:[1-9][0-9]+"), socket.getLastEndpoint());
            socket.bind("tcp://*:*");
            Expect.that(socket.getLastEndpoint().matches("tcp://0\\.0\\.0\\.0:[1-9][0-9]+"), socket.getLastEndpoint());
            socket.bind("inproc://name");
            Expect.equal("inproc://name", socket.getLastEndpoint());
            String ipc = "ipc:///tmp/last-" + System.nanoTime();
            socket.connect(ipc);
            Expect.equal(ipc, socket.getLastEndpoint());
            socket.connect("tcp://127.0.0.1:9");
            Expect.equal("tcp://127.0.0.1:9", socket.getLastEndpoint());
            Expect.equal("tcp://127.0.0.1:9", socket.base().getSocketOptx(zmq.ZMQ.ZMQ_LAST_ENDPOINT));
            socket.setLinger(0);
        }
    }
}
