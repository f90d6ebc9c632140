package programs.pattern;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A subscriber gets the topics that begin with what it subscribed to, and no longer those it unsubscribed from. */
public final class Topics {
    private Topics() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.PUB);
                ZMQ.Socket subscriber = context.socket(SocketType.SUB)) {
            publisher.bind("tcp://127.0.0.1:*");
            subscriber.setReceiveTimeOut(5);
            Expect.that(subscriber.subscribe("weather."), "subscribe");
            Expect.that(subscriber.subscribe("sports."), "subscribe");
            subscriber.connect(publisher.getLastEndpoint());

            Expect.eventually("the first topic arrives", () -> {
                publisher.send("news.paris");
                publisher.send("weather.paris");
                return "weather.paris".equals(subscriber.recvStr());
            });
            Expect.that(subscriber.unsubscribe("weather."), "unsubscribe");
            Expect.eventually("only the second topic arrives", () -> {
                publisher.send("weather.rome");
                publisher.send("sports.rome");
                String first = subscriber.recvStr();
                String second = subscriber.recvStr();
                return "sports.rome".equals(first) && (second == null || second.equals("sports.rome"));
            });
        }
    }
}
