package programs.error;

import java.util.concurrent.CountDownLatch;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** An interrupt ends a receive that waits with EINTR, and the socket goes on after it.\n * Ours keeps the thread's flag, as the calls of the JDK that throw no InterruptedException do; JeroMQ clears it. */
public final class Interrupted {
    private Interrupted() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            push.bind("tcp://127.0.0.1:*");
            String endpoint = push.getLastEndpoint();
            CountDownLatch interrupted = new CountDownLatch(1);
            Aside receiver = Aside.start(() -> {
                try (ZMQ.Socket pull = context.socket(SocketType.PULL)) {
                    pull.connect(endpoint);
                    Expect.code(ZMQ.Error.EINTR.getCode(), () -> pull.recv());
                    Expect.equal(Expect.onZmq4j(), Thread.interrupted());
                    interrupted.countDown();
                    Expect.equal("after the interrupt", pull.recvStr());
                }
            });
            receiver.untilItWaits();
            receiver.thread().interrupt();
            interrupted.await();
            push.send("after the interrupt");
            receiver.join();
        }
    }
}
