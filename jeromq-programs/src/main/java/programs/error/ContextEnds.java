package programs.error;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** The end of a context ends what waits in its sockets with ETERM; the sockets are then closed by their threads. */
public final class ContextEnds {
    private ContextEnds() {}

    public static void main(String[] args) throws Exception {
        ZMQ.Context context = ZMQ.context(1);
        CountDownLatch connected = new CountDownLatch(3);
        Aside receiver = Aside.start(() -> untilTheEnd(context, SocketType.PULL, connected, ZMQ.Socket::recv));
        Aside sender =
                Aside.start(() -> untilTheEnd(context, SocketType.PUSH, connected, socket -> socket.send("to nobody")));
        Aside asker = Aside.start(() -> untilTheEnd(context, SocketType.REQ, connected, socket -> {
            socket.send("anybody there?");
        }));
        connected.await();
        receiver.untilItWaits();
        sender.untilItWaits();
        asker.untilItWaits();
        Expect.within(Duration.ofSeconds(10), context::term);
        receiver.join();
        sender.join();
        asker.join();
        Expect.that(context.isTerminated(), "the context has ended");
    }

    private interface Call {
        void on(ZMQ.Socket socket);
    }

    private static void untilTheEnd(ZMQ.Context context, SocketType type, CountDownLatch connected, Call call) {
        try (ZMQ.Socket socket = context.socket(type)) {
            socket.bind("tcp://127.0.0.1:*");
            connected.countDown();
            Expect.code(ZMQ.Error.ETERM.getCode(), () -> call.on(socket));
            Expect.code(ZMQ.Error.ETERM.getCode(), () -> call.on(socket));
            Expect.equal(ZMQ.Error.ETERM.getCode(), socket.errno());
        }
    }
}
