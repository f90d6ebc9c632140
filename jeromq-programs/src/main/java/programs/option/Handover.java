package programs.option;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** With handover a second peer of the same identity takes the place of the first one. */
public final class Handover {
    private Handover() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket router = context.socket(SocketType.ROUTER);
                ZMQ.Socket old = context.socket(SocketType.DEALER);
                ZMQ.Socket young = context.socket(SocketType.DEALER)) {
            Expect.that(router.setRouterHandover(true), "option");
            router.bind("tcp://127.0.0.1:*");
            for (ZMQ.Socket dealer : List.of(old, young)) {
                dealer.setIdentity("king".getBytes(ZMQ.CHARSET));
                dealer.connect(router.getLastEndpoint());
                dealer.send("hello");
                Expect.equal("king", router.recvStr());
                Expect.equal("hello", router.recvStr());
            }
            router.sendMore("king");
            router.send("long live the king");
            Expect.equal("long live the king", young.recvStr());
            Expect.equal(null, old.recv(ZMQ.DONTWAIT));
        }
    }
}
