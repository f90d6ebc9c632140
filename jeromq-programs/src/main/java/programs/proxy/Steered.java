package programs.proxy;

import java.util.concurrent.CountDownLatch;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A proxy is paused, resumed and ended through its control socket. */
public final class Steered {
    private Steered() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket control = context.socket(SocketType.PAIR)) {
            control.bind("inproc://steering");
            pull.bind("inproc://out");
            CountDownLatch bound = new CountDownLatch(1);
            Aside proxy = Aside.start(() -> {
                try (ZMQ.Socket frontend = context.socket(SocketType.PULL);
                        ZMQ.Socket backend = context.socket(SocketType.PUSH);
                        ZMQ.Socket steering = context.socket(SocketType.PAIR)) {
                    frontend.bind("inproc://in");
                    backend.connect("inproc://out");
                    steering.connect("inproc://steering");
                    bound.countDown();
                    Expect.that(ZMQ.proxy(frontend, backend, null, steering), "ends by the control");
                }
            });
            bound.await();
            push.connect("inproc://in");
            push.send("before");
            Expect.equal("before", pull.recvStr());
            control.send(ZMQ.PROXY_PAUSE);
            proxy.untilItWaits();
            pull.setReceiveTimeOut(20);
            Expect.eventually("nothing comes through", () -> {
                push.send("while paused");
                return pull.recvStr() == null;
            });
            control.send(ZMQ.PROXY_RESUME);
            pull.setReceiveTimeOut(-1);
            Expect.equal("while paused", pull.recvStr());
            control.send(ZMQ.PROXY_TERMINATE);
            proxy.join();
        }
    }
}
