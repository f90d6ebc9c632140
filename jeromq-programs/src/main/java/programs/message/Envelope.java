package programs.message;

import org.zeromq.SocketType;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import programs.Expect;

/** A router takes the routing id off a request with its delimiter, and puts both in front of the answer. */
public final class Envelope {
    private Envelope() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket router = context.socket(SocketType.ROUTER);
                ZMQ.Socket client = context.socket(SocketType.REQ)) {
            router.bind("tcp://127.0.0.1:*");
            client.setIdentity("ada".getBytes(ZMQ.CHARSET));
            client.connect(router.getLastEndpoint());
            client.send("how are you?");

            ZMsg request = ZMsg.recvMsg(router);
            Expect.equal("[ ada, , how are you? ]", request.toString());
            ZFrame id = request.unwrap();
            Expect.that(id.streq("ada"), "the routing id");
            Expect.equal("[ how are you? ]", request.toString());

            ZMsg answer = ZMsg.newStringMsg("fine", "thanks").wrap(id);
            Expect.equal(4, answer.size());
            Expect.that(answer.send(router), "answer");
            Expect.equal(0, answer.size());
            ZMsg received = ZMsg.recvMsg(client);
            Expect.equal(ZMsg.newStringMsg("fine", "thanks"), received);
            Expect.that(
                    received.getFirst().hasMore() && !received.getLast().hasMore(), "only the last frame is the last");
        }
    }
}
