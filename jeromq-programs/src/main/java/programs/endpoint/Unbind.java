package programs.endpoint;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Endpoints;
import programs.Expect;

/** An endpoint that is unbound lets nobody in and is free for another socket. */
public final class Unbind {
    private Unbind() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket first = context.socket(SocketType.PULL);
                ZMQ.Socket second = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            first.bind("tcp://127.0.0.1:*");
            String endpoint = first.getLastEndpoint();
            Expect.that(first.unbind(endpoint), "unbind");
            Expect.equal(false, first.unbind(endpoint));
            Expect.equal(ZMQ.Error.ENOENT.getCode(), first.errno());
            Expect.equal(false, first.unbind("tcp://127.0.0.1:9"));
            Endpoints.bindSoon(second, endpoint);
            push.connect(endpoint);
            push.send("for the second");
            Expect.equal("for the second", second.recvStr());
        }
    }
}
