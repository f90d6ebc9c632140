package programs.pattern;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A broker of two ROUTERs gives a request to a worker that has said that it is free, and brings the reply to the client. */
public final class WorkersSayWhenTheyAreFree {
    private WorkersSayWhenTheyAreFree() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket frontend = context.socket(SocketType.ROUTER);
                ZMQ.Socket backend = context.socket(SocketType.ROUTER)) {
            frontend.bind("tcp://127.0.0.1:*");
            backend.bind("tcp://127.0.0.1:*");
            String clients = frontend.getLastEndpoint();
            String workers = backend.getLastEndpoint();
            List<Aside> asides = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                asides.add(Aside.start(() -> work(context, workers)));
            }
            for (int i = 0; i < 6; i++) {
                String name = "client " + i;
                asides.add(Aside.start(() -> {
                    try (ZMQ.Socket client = context.socket(SocketType.REQ)) {
                        client.connect(clients);
                        client.send(name);
                        Expect.equal("done for " + name, client.recvStr());
                    }
                }));
            }
            List<byte[]> free = broke(context, frontend, backend, 6);
            while (free.size() < 3) {
                fromWorker(frontend, backend, free);
            }
            for (byte[] worker : free) {
                backend.sendMore(worker);
                backend.sendMore("");
                backend.send("stop");
            }
            for (Aside aside : asides) {
                aside.join();
            }
        }
    }

    private static void work(ZMQ.Context context, String endpoint) {
        try (ZMQ.Socket worker = context.socket(SocketType.REQ)) {
            worker.connect(endpoint);
            worker.send("free");
            byte[] client = worker.recv();
            while (worker.hasReceiveMore()) {
                Expect.equal("", worker.recvStr());
                String request = worker.recvStr();
                worker.sendMore(client);
                worker.sendMore("");
                worker.send("done for " + request);
                client = worker.recv();
            }
        }
    }

    /** Until so many requests are given to workers. */
    private static List<byte[]> broke(ZMQ.Context context, ZMQ.Socket frontend, ZMQ.Socket backend, int requests) {
        List<byte[]> free = new ArrayList<>();
        try (ZMQ.Poller poller = context.poller(2)) {
            poller.register(backend, ZMQ.Poller.POLLIN);
            poller.register(frontend, ZMQ.Poller.POLLIN);
            for (int given = 0; given < requests; ) {
                poller.poll();
                if (poller.pollin(0)) {
                    fromWorker(frontend, backend, free);
                }
                if (poller.pollin(1) && !free.isEmpty()) {
                    backend.sendMore(free.remove(0));
                    backend.sendMore("");
                    backend.sendMore(frontend.recv());
                    backend.sendMore(frontend.recv());
                    backend.send(frontend.recv());
                    given++;
                }
            }
        }
        return free;
    }

    /** A worker is free, and has a reply for a client unless it has just begun. */
    private static void fromWorker(ZMQ.Socket frontend, ZMQ.Socket backend, List<byte[]> free) {
        free.add(backend.recv());
        Expect.equal("", backend.recvStr());
        byte[] client = backend.recv();
        if (backend.hasReceiveMore()) {
            Expect.equal("", backend.recvStr());
            frontend.sendMore(client);
            frontend.sendMore("");
            frontend.send(backend.recvStr());
        }
    }
}
