package programs.poll;

import java.time.Duration;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A poller tells by index which of two sockets can be read, and 0 when the time is over. */
public final class TwoSockets {
    private TwoSockets() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket orders = context.socket(SocketType.PULL);
                ZMQ.Socket news = context.socket(SocketType.SUB);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ZMQ.Socket pub = context.socket(SocketType.PUB);
                ZMQ.Poller poller = context.poller(2)) {
            orders.bind("tcp://127.0.0.1:*");
            push.connect(orders.getLastEndpoint());
            pub.bind("tcp://127.0.0.1:*");
            news.subscribe("");
            news.connect(pub.getLastEndpoint());
            Expect.equal(0, poller.register(orders, ZMQ.Poller.POLLIN));
            Expect.equal(1, poller.register(news, ZMQ.Poller.POLLIN));
            Expect.notBefore(Duration.ofMillis(30), () -> Expect.equal(0, poller.poll(30)));
            Expect.equal(0, poller.poll(0));

            push.send("an order");
            Expect.equal(1, poller.poll(20_000));
            Expect.that(poller.pollin(0) && !poller.pollin(1), "the order");
            Expect.equal(1, poller.poll());
            Expect.equal("an order", orders.recvStr());
            Expect.eventually("news", () -> {
                pub.send("news");
                return poller.poll(5) == 1;
            });
            Expect.that(!poller.pollin(0) && poller.pollin(1), "the news");
            Expect.equal("news", news.recvStr());
            push.send("another order");
            Expect.eventually("both", () -> {
                pub.send("news");
                return poller.poll() == 2;
            });
            Expect.that(poller.pollin(0) && poller.pollin(1), "both");
        }
    }
}
