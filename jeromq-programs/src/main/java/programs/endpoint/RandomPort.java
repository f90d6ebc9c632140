package programs.endpoint;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A port is taken at random, from all or from a range, and a range without a free one gives EADDRINUSE. */
public final class RandomPort {
    private RandomPort() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            int port = pull.bindToRandomPort("tcp://127.0.0.1");
            Expect.that(port >= 49152 && port <= 65535, "a dynamic port: " + port);
            Expect.equal("tcp://127.0.0.1:" + port, pull.getLastEndpoint());
            push.connect("tcp://127.0.0.1:" + port);
            push.send("found");
            Expect.equal("found", pull.recvStr());
            Expect.code(ZMQ.Error.EADDRINUSE.getCode(), () -> push.bindToRandomPort("tcp://127.0.0.1", port, port));
            int second = push.bindToRandomPort("tcp://127.0.0.1", 20_000, 40_000);
            Expect.that(second >= 20_000 && second <= 40_000, "from the range: " + second);
        }
    }
}
