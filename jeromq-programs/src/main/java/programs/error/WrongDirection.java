package programs.error;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Action;
import programs.Expect;

/** Sockets that only send or only receive refuse the other. */
public final class WrongDirection {
    private WrongDirection() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ZMQ.Socket pub = context.socket(SocketType.PUB);
                ZMQ.Socket sub = context.socket(SocketType.SUB)) {
            for (Action action : List.<Action>of(
                    () -> pull.send("x"),
                    () -> push.recv(),
                    () -> pub.recv(),
                    () -> sub.send("x"),
                    () -> push.recv(ZMQ.DONTWAIT))) {
                if (Expect.onJeroMq()) {
                    Expect.failure(UnsupportedOperationException.class, action);
                } else {
                    Expect.code(ZMQ.Error.ENOTSUP.getCode(), action);
                }
            }
            pull.bind("inproc://direction");
            push.connect("inproc://direction");
            push.send("the sockets work as before");
            Expect.equal("the sockets work as before", pull.recvStr());
        }
    }
}
