package programs.proxy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A proxy of XSUB and XPUB passes topics one way and subscriptions the other way. */
public final class Forwarder {
    private Forwarder() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket publisher = context.socket(SocketType.XPUB);
                ZMQ.Socket subscriber = context.socket(SocketType.SUB);
                ZMQ.Socket control = context.socket(SocketType.PAIR)) {
            control.bind("inproc://forwarder-control");
            publisher.bind("tcp://127.0.0.1:*");
            String from = publisher.getLastEndpoint();
            CountDownLatch bound = new CountDownLatch(1);
            AtomicReference<String> to = new AtomicReference<>();
            Aside proxy = Aside.start(() -> {
                try (ZMQ.Socket frontend = context.socket(SocketType.XSUB);
                        ZMQ.Socket backend = context.socket(SocketType.XPUB);
                        ZMQ.Socket steering = context.socket(SocketType.PAIR)) {
                    frontend.connect(from);
                    backend.bind("tcp://127.0.0.1:*");
                    to.set(backend.getLastEndpoint());
                    steering.connect("inproc://forwarder-control");
                    bound.countDown();
                    Expect.that(ZMQ.proxy(frontend, backend, null, steering), "ends by the control");
                }
            });
            bound.await();
            subscriber.connect(to.get());
            subscriber.subscribe("hot");
            Expect.equal("\u0001hot", publisher.recvStr());
            publisher.send("cold news");
            publisher.sendMore("hot");
            publisher.send("news");
            Expect.equal("hot", subscriber.recvStr());
            Expect.equal("news", subscriber.recvStr());
            subscriber.unsubscribe("hot");
            Expect.equal("\u0000hot", publisher.recvStr());
            control.send(ZMQ.PROXY_TERMINATE);
            proxy.join();
        }
    }
}
