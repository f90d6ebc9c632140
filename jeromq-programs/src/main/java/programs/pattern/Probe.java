package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A DEALER that probes is known to the ROUTER before it has said a word. */
public final class Probe {
    private Probe() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket router = context.socket(SocketType.ROUTER);
                ZMQ.Socket dealer = context.socket(SocketType.DEALER)) {
            router.bind("tcp://127.0.0.1:*");
            Expect.that(dealer.setProbeRouter(true), "option");
            dealer.setIdentity("shy".getBytes(ZMQ.CHARSET));
            dealer.connect(router.getLastEndpoint());
            Expect.equal("shy", router.recvStr());
            Expect.that(router.hasReceiveMore(), "an empty frame");
            Expect.equal(new byte[0], router.recv());
            Expect.that(!router.hasReceiveMore(), "nothing else");
            router.sendMore("shy");
            router.send("welcome");
            Expect.equal("welcome", dealer.recvStr());
        }
    }
}
