package programs.option;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Without immediate a connecting sender has nobody to send to until the connection is up. */
public final class Immediate {
    private Immediate() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            Expect.that(push.setImmediate(false), "option");
            push.setReconnectIVL(10);
            push.connect("tcp://127.0.0.1:9");
            Expect.equal(false, push.send("for nobody", ZMQ.DONTWAIT));
            pull.bind("tcp://127.0.0.1:*");
            push.connect(pull.getLastEndpoint());
            push.send("for somebody");
            Expect.equal("for somebody", pull.recvStr());
        }
    }
}
