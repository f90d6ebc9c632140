package programs.endpoint;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** After a disconnect nothing goes to that peer any more, and the other one gets all. */
public final class Disconnect {
    private Disconnect() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket one = context.socket(SocketType.PULL);
                ZMQ.Socket two = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            one.bind("tcp://127.0.0.1:*");
            two.bind("tcp://127.0.0.1:*");
            push.connect(one.getLastEndpoint());
            push.connect(two.getLastEndpoint());
            push.send("first");
            push.send("second");
            Expect.equal("first", one.recvStr());
            Expect.equal("second", two.recvStr());
            Expect.that(push.disconnect(one.getLastEndpoint()), "disconnect");
            Expect.equal(false, push.disconnect("tcp://127.0.0.1:9"));
            for (int i = 0; i < 3; i++) {
                push.send("third");
                Expect.equal("third", two.recvStr());
            }
            Expect.equal(null, one.recv(ZMQ.DONTWAIT));
        }
    }
}
