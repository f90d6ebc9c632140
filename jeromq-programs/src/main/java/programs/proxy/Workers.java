package programs.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import programs.Action;
import programs.Aside;
import programs.Expect;

/** A proxy between a ROUTER and a DEALER brings requests to several workers and their replies back; it ends with the context. */
public final class Workers {
    private Workers() {}

    public static void main(String[] args) throws Exception {
        ZMQ.Context context = ZMQ.context(1);
        CountDownLatch bound = new CountDownLatch(1);
        AtomicReference<String> endpoint = new AtomicReference<>();
        Aside proxy = Aside.start(() -> {
            try (ZMQ.Socket frontend = context.socket(SocketType.ROUTER);
                    ZMQ.Socket backend = context.socket(SocketType.DEALER)) {
                frontend.bind("tcp://127.0.0.1:*");
                backend.bind("inproc://workers");
                endpoint.set(frontend.getLastEndpoint());
                bound.countDown();
                untilTheEnd(() -> ZMQ.proxy(frontend, backend, null));
            }
        });
        bound.await();
        List<Aside> workers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            workers.add(Aside.start(() -> {
                try (ZMQ.Socket worker = context.socket(SocketType.REP)) {
                    worker.connect("inproc://workers");
                    untilTheEnd(() -> {
                        while (true) {
                            String header = worker.recvStr();
                            String task = worker.recvStr();
                            worker.sendMore(header);
                            worker.send("done: " + task);
                        }
                    });
                }
            }));
        }
        try (ZMQ.Socket client = context.socket(SocketType.REQ)) {
            client.connect(endpoint.get());
            for (int i = 0; i < 12; i++) {
                client.sendMore("header");
                client.send("task " + i);
                Expect.equal("header", client.recvStr());
                Expect.equal("done: task " + i, client.recvStr());
            }
        }
        Expect.within(Duration.ofSeconds(10), context::term);
        proxy.join();
        for (Aside worker : workers) {
            worker.join();
        }
    }

    private static void untilTheEnd(Action action) throws Exception {
        try {
            action.run();
        } catch (ZMQException end) {
            Expect.equal(ZMQ.Error.ETERM.getCode(), end.getErrorCode());
        }
    }
}
