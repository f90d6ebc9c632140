package programs.option;

import java.time.Duration;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A mandatory ROUTER refuses, or waits with, the first frame of a message for a peer without room; others get theirs meanwhile. */
public final class MandatoryRoom {
    private MandatoryRoom() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket router = context.socket(SocketType.ROUTER);
                ZMQ.Socket slow = context.socket(SocketType.DEALER);
                ZMQ.Socket quick = context.socket(SocketType.DEALER)) {
            router.setRouterMandatory(true);
            router.setSndHWM(1);
            router.bind("inproc://room");
            connect(router, slow, "slow");
            connect(router, quick, "quick");
            int queued = 0;
            while (router.send("slow", ZMQ.SNDMORE | ZMQ.DONTWAIT)) {
                Expect.that(router.send("message " + queued, ZMQ.DONTWAIT), "the peer has room for the rest");
                queued++;
            }
            Expect.equal(2, queued);
            Expect.equal(ZMQ.Error.EAGAIN.getCode(), router.errno());

            router.setSendTimeOut(50);
            Expect.notBefore(Duration.ofMillis(50), () -> Expect.equal(false, router.sendMore("slow")));
            Expect.equal(ZMQ.Error.EAGAIN.getCode(), router.errno());
            Expect.that(router.sendMore("quick"), "what was refused is not begun");
            Expect.that(router.send("yours"), "the rest");
            Expect.equal("yours", quick.recvStr());

            router.setSendTimeOut(-1);
            Aside sender = Aside.start(() -> {
                Expect.that(router.sendMore("slow"), "waits for room");
                Expect.that(router.send("at last"), "the rest");
            });
            sender.untilItWaits();
            for (int i = 0; i < queued; i++) {
                Expect.equal("message " + i, slow.recvStr());
            }
            Expect.equal("at last", slow.recvStr());
            sender.join();
        }
    }

    private static void connect(ZMQ.Socket router, ZMQ.Socket dealer, String id) {
        dealer.setIdentity(id.getBytes(ZMQ.CHARSET));
        dealer.setRcvHWM(1);
        dealer.connect("inproc://room");
        dealer.send("here I am");
        Expect.equal(id, router.recvStr());
        Expect.equal("here I am", router.recvStr());
    }
}
