package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A ROUTER that names the peer it connects to can send first. */
public final class NamedByTheRouter {
    private NamedByTheRouter() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket caller = context.socket(SocketType.ROUTER);
                ZMQ.Socket called = context.socket(SocketType.DEALER)) {
            called.bind("tcp://127.0.0.1:*");
            Expect.that(caller.setConnectRid("friend"), "option");
            caller.connect(called.getLastEndpoint());
            caller.sendMore("friend");
            caller.send("hello");
            Expect.equal("hello", called.recvStr());
            called.send("yes?");
            Expect.equal("friend", caller.recvStr());
            Expect.equal("yes?", caller.recvStr());
        }
    }
}
