package programs.option;

import java.time.Duration;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** Closing with the default linger still delivers what was sent; with a linger of 0 the context ends at once. */
public final class Linger {
    private Linger() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            pull.bind("tcp://127.0.0.1:*");
            try (ZMQ.Socket push = context.socket(SocketType.PUSH)) {
                push.connect(pull.getLastEndpoint());
                for (int i = 0; i < 500; i++) {
                    push.send("message " + i);
                }
            }
            for (int i = 0; i < 500; i++) {
                Expect.equal("message " + i, pull.recvStr());
            }
        }
        Expect.within(Duration.ofSeconds(10), () -> {
            try (ZMQ.Context context = ZMQ.context(1);
                    ZMQ.Socket push = context.socket(SocketType.PUSH)) {
                push.setLinger(0);
                push.connect("tcp://127.0.0.1:9");
                push.send("for nobody");
            }
        });
        Expect.notBefore(Duration.ofMillis(100), () -> {
            try (ZMQ.Context context = ZMQ.context(1);
                    ZMQ.Socket push = context.socket(SocketType.PUSH)) {
                push.setLinger(100);
                push.connect("tcp://127.0.0.1:9");
                push.send("for nobody");
            }
        });
    }
}
