package programs.error;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A socket that is made in one thread is used and closed in another one, with a handover between them. */
public final class HandedOver {
    private HandedOver() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL)) {
            pull.bind("inproc://handed-over");
            ZMQ.Socket push = context.socket(SocketType.PUSH);
            push.connect("inproc://handed-over");
            push.send("from the first thread");
            Aside second = Aside.start(() -> {
                push.send("from the second thread");
                push.close();
            });
            second.join();
            Expect.equal("from the first thread", pull.recvStr());
            Expect.equal("from the second thread", pull.recvStr());
        }
    }
}
