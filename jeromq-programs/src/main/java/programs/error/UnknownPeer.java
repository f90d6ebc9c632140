package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A ROUTER drops what is for nobody; if it is mandatory, sending fails with EHOSTUNREACH. */
public final class UnknownPeer {
    private UnknownPeer() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket router = context.socket(SocketType.ROUTER);
                ZMQ.Socket dealer = context.socket(SocketType.DEALER)) {
            router.bind("tcp://127.0.0.1:*");
            Expect.that(router.sendMore("nobody"), "the frame is dropped");
            Expect.that(router.send("hello"), "the rest is dropped");
            Expect.that(router.setRouterMandatory(true), "option");
            Expect.code(ZMQ.Error.EHOSTUNREACH.getCode(), () -> router.sendMore("nobody"));

            dealer.setIdentity("somebody".getBytes(ZMQ.CHARSET));
            dealer.connect(router.getLastEndpoint());
            dealer.send("here I am");
            Expect.equal("somebody", router.recvStr());
            Expect.equal("here I am", router.recvStr());
            router.sendMore("somebody");
            router.send("hello");
            Expect.equal("hello", dealer.recvStr());
        }
    }
}
