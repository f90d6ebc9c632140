package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Endpoints;
import programs.Expect;

/** Binding to a tcp endpoint that is bound already fails with EADDRINUSE; it is free once its owner is closed. */
public final class PortTaken {
    private PortTaken() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket second = context.socket(SocketType.REP)) {
            ZMQ.Socket first = context.socket(SocketType.REP);
            Expect.that(first.bind("tcp://127.0.0.1:*"), "bind");
            String bound = first.getLastEndpoint();
            Expect.code(ZMQ.Error.EADDRINUSE.getCode(), () -> second.bind(bound));
            Expect.code(ZMQ.Error.EADDRINUSE.getCode(), () -> first.bind(bound));
            first.close();
            Endpoints.bindSoon(second, bound);
        }
    }
}
