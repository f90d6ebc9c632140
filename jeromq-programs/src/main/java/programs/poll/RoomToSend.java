package programs.poll;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A poller tells when there is room to send, and waits while there is none. */
public final class RoomToSend {
    private RoomToSend() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ZMQ.Poller poller = context.poller(1)) {
            push.bind("tcp://127.0.0.1:*");
            String endpoint = push.getLastEndpoint();
            poller.register(push, ZMQ.Poller.POLLOUT);
            Expect.equal(0, poller.poll(10));
            Expect.that(!poller.pollout(0), "nobody is there");
            Aside receiver = Aside.start(() -> {
                try (ZMQ.Socket pull = context.socket(SocketType.PULL)) {
                    pull.connect(endpoint);
                    Expect.equal("hello", pull.recvStr());
                }
            });
            Expect.equal(1, poller.poll(20_000));
            Expect.that(poller.pollout(0) && !poller.pollin(0) && !poller.pollerr(0), "room");
            Expect.that(push.send("hello", ZMQ.DONTWAIT), "send");
            receiver.join();
        }
    }
}
