package programs.pattern;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** The requests of a REQ that is connected to two servers go to them in turn. */
public final class RequestsTakeTurns {
    private RequestsTakeTurns() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket client = context.socket(SocketType.REQ);
                ZMQ.Socket one = context.socket(SocketType.REP);
                ZMQ.Socket two = context.socket(SocketType.REP)) {
            one.bind("inproc://one");
            two.bind("inproc://two");
            client.connect("inproc://one");
            client.connect("inproc://two");
            for (int i = 0; i < 3; i++) {
                for (ZMQ.Socket server : List.of(one, two)) {
                    client.send("request " + i);
                    Expect.equal("request " + i, server.recvStr());
                    server.send("reply");
                    Expect.equal("reply", client.recvStr());
                }
            }
        }
    }
}
