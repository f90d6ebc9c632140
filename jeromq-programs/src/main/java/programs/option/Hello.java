package programs.option;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A ROUTER greets each peer that comes. */
public final class Hello {
    private Hello() {}

    public static void main(String[] args) {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket router = context.socket(SocketType.ROUTER);
                ZMQ.Socket dealer = context.socket(SocketType.DEALER)) {
            router.setLinger(0);
            dealer.setLinger(0);
            Expect.that(router.setHelloMsg("welcome".getBytes(ZMQ.CHARSET)), "a greeting");
            int port = router.bindToRandomPort("tcp://127.0.0.1");
            dealer.setReceiveTimeOut(20_000);
            dealer.connect("tcp://127.0.0.1:" + port);
            Expect.equal("welcome", dealer.recvStr());
        }
    }
}
