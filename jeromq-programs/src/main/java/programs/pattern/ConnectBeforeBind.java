package programs.pattern;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Endpoints;
import programs.Expect;

/** What is sent before there is anybody at the endpoint arrives once somebody has bound to it. */
public final class ConnectBeforeBind {
    private ConnectBeforeBind() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1)) {
            for (String endpoint : List.of("inproc://later", Endpoints.freeTcp(context), Endpoints.freeIpc(context))) {
                try (ZMQ.Socket push = context.socket(SocketType.PUSH);
                        ZMQ.Socket pull = context.socket(SocketType.PULL)) {
                    push.setReconnectIVL(10);
                    Expect.that(push.connect(endpoint), "connect");
                    Expect.that(push.send("early"), "send");
                    Endpoints.bindSoon(pull, endpoint);
                    Expect.equal("early", pull.recvStr());
                }
            }
        }
    }
}
