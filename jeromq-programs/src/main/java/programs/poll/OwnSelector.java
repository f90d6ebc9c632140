package programs.poll;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A program's own selector waits for the channel of a socket, then reads what is there until there is nothing. */
public final class OwnSelector {
    private OwnSelector() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                Selector selector = Selector.open()) {
            pull.bind("tcp://127.0.0.1:*");
            push.connect(pull.getLastEndpoint());
            SelectableChannel channel = pull.getFD();
            Expect.that(!channel.isBlocking(), "made for selectors");
            Expect.that(channel == pull.getFD(), "always the same");
            channel.register(selector, SelectionKey.OP_READ);
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 10; i++) {
                    push.send("message " + (round * 10 + i));
                }
                int received = 0;
                while (received < 10) {
                    if ((pull.getEvents() & ZMQ.Poller.POLLIN) == 0) {
                        selector.select(20_000);
                        selector.selectedKeys().clear();
                        continue;
                    }
                    Expect.equal("message " + (round * 10 + received), pull.recvStr(ZMQ.DONTWAIT));
                    received++;
                }
            }
        }
    }
}
