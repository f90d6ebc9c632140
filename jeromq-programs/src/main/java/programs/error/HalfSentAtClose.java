package programs.error;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Frames of a message whose last frame was never sent are not delivered; the messages before it are. */
public final class HalfSentAtClose {
    private HalfSentAtClose() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            for (String endpoint : List.of("tcp://127.0.0.1:*", "inproc://half")) {
                pull.bind(endpoint);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                push.connect(pull.getLastEndpoint());
                push.send("whole");
                push.sendMore("half");
                push.close();
                Expect.equal("whole", pull.recvStr());

                try (ZMQ.Socket other = context.socket(SocketType.PUSH)) {
                    other.connect(pull.getLastEndpoint());
                    other.send("of another");
                    Expect.equal("of another", pull.recvStr());
                    Expect.that(!pull.hasReceiveMore(), "a message of one frame");
                }
            }
        }
    }
}
