package programs.pattern;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Frames of all sizes, from none to a megabyte, go there and back over tcp, ipc and inproc. */
public final class EveryTransport {
    private EveryTransport() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1)) {
            for (String endpoint :
                    List.of("tcp://127.0.0.1:*", "ipc:///tmp/sizes-" + System.nanoTime(), "inproc://sizes")) {
                try (ZMQ.Socket server = context.socket(SocketType.REP);
                        ZMQ.Socket client = context.socket(SocketType.REQ)) {
                    server.bind(endpoint);
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
    }
}
