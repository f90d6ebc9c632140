package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Endpoints;
import programs.Expect;

/** Frames of all sizes, from none to a megabyte, go there and back over tcp, ipc and inproc. */
public final class EveryTransport {
    private EveryTransport() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket server = context.socket(SocketType.REP)) {
            server.bind("inproc://sizes");
            allSizes(context, server);
            server.bind("tcp://127.0.0.1:*");
            allSizes(context, server);
            Endpoints.bindIpc(server);
            allSizes(context, server);
        }
    }

    private static void allSizes(ZMQ.Context context, ZMQ.Socket server) {
        try (ZMQ.Socket client = context.socket(SocketType.REQ)) {
            client.connect(server.getLastEndpoint());
            for (int size : new int[] {0, 1, 29, 30, 255, 256, 8191, 8192, 8193, 65536, 1 << 20}) {
                byte[] body = new byte[size];
                for (int i = 0; i < size; i++) {
                    body[i] = (byte) (i * 31 + size);
                }
                client.send(body.clone());
                Expect.equal(body, server.recv());
                server.send(body.clone());
                Expect.equal(body, client.recv());
            }
        }
    }
}
