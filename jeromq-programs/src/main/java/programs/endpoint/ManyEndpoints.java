package programs.endpoint;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
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
            for (String endpoint :
                    List.of("tcp://127.0.0.1:*", "inproc://many", "ipc:///tmp/many-" + System.nanoTime())) {
                pull.bind(endpoint);
                try (ZMQ.Socket push = context.socket(SocketType.PUSH)) {
                    push.connect(pull.getLastEndpoint());
                    push.send("by " + endpoint);
                    Expect.equal("by " + endpoint, pull.recvStr());
                }
            }
        }
    }
}
