package programs.error;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** Two threads that send through one socket at once lose nothing with ours; JeroMQ allows one thread at a time. */
public final class TwoThreads {
    private TwoThreads() {}

    public static void main(String[] args) throws Exception {
        if (Expect.onJeroMq()) {
            return;
        }
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            pull.bind("tcp://127.0.0.1:*");
            push.connect(pull.getLastEndpoint());
            List<Aside> senders = new ArrayList<>();
            for (String name : List.of("a", "b")) {
                senders.add(Aside.start(() -> {
                    for (int i = 0; i < 5000; i++) {
                        push.send(name + i);
                    }
                }));
            }
            int a = 0;
            int b = 0;
            for (int i = 0; i < 10_000; i++) {
                String message = pull.recvStr();
                Expect.equal(message, message.startsWith("a") ? "a" + a++ : "b" + b++);
            }
            for (Aside sender : senders) {
                sender.join();
            }
        }
    }
}
