package programs.endpoint;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Endpoints;
import programs.Expect;

/** One socket binds and connects at several endpoints of several transports, and each brings messages. */
public final class ManyEndpoints {
    private ManyEndpoints() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket elsewhere = context.socket(SocketType.PUSH)) {
            elsewhere.bind("tcp://127.0.0.1:*");
            pull.connect(elsewhere.getLastEndpoint());
            elsewhere.send("from where it connected to");
            Expect.equal("from where it connected to", pull.recvStr());
            pull.bind("inproc://many");
            String inproc = pull.getLastEndpoint();
            pull.bind("tcp://127.0.0.1:*");
            String tcp = pull.getLastEndpoint();
            String ipc = Endpoints.bindIpc(pull);
            for (String endpoint : List.of(inproc, tcp, ipc)) {
                try (ZMQ.Socket push = context.socket(SocketType.PUSH)) {
                    push.connect(endpoint);
                    push.send("by " + endpoint);
                    Expect.equal("by " + endpoint, pull.recvStr());
                }
            }
        }
    }
}
