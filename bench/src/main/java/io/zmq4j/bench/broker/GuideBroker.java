package io.zmq4j.bench.broker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** A Majordomo broker in the manner of the guide's, on JeroMQ: a poll, a message as a list of frames, a queue for each service. */
final class GuideBroker implements Runnable {
    private static final byte[] CLIENT = "MDPC01".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WORKER = "MDPW01".getBytes(StandardCharsets.US_ASCII);
    private static final byte READY = 1;
    private static final byte REQUEST = 2;
    private static final byte REPLY = 3;
    private static final int POLL_MILLIS = 2500;

    private static final class Service {
        final ArrayDeque<ZMsg> requests = new ArrayDeque<>();
        final ArrayDeque<ZFrame> idle = new ArrayDeque<>();
    }

    private final ZMQ.Socket router;
    private final ZMQ.Poller poller;
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, String> workers = new HashMap<>();

    private GuideBroker(ZContext context, ZMQ.Socket router) {
        this.router = router;
        this.poller = context.createPoller(1);
        poller.register(router, ZMQ.Poller.POLLIN);
    }

    static Middle start() {
        var context = new ZContext();
        var router = context.createSocket(SocketType.ROUTER);
        router.bind(Middle.ANY_PORT);
        String endpoint = router.getLastEndpoint();
        var thread = new Thread(new GuideBroker(context, router), "guide broker");
        thread.setDaemon(true);
        thread.start();
        // A socket may be closed by the thread only that uses it: it ends with the process.
        return new Middle.Bound(endpoint, endpoint, () -> {});
    }

    @Override
    public void run() {
        while (true) {
            poller.poll(POLL_MILLIS);
            if (!poller.pollin(0)) {
                continue;
            }
            ZMsg message = ZMsg.recvMsg(router);
            ZFrame sender = message.pop();
            message.pop().destroy();
            byte[] header = message.pop().getData();
            if (Arrays.equals(header, CLIENT)) {
                fromClient(sender, message);
            } else if (Arrays.equals(header, WORKER)) {
                fromWorker(sender, message);
            }
        }
    }

    private void fromClient(ZFrame client, ZMsg message) {
        Service service = services.computeIfAbsent(text(message.pop()), name -> new Service());
        message.push(new byte[0]);
        message.push(client);
        service.requests.addLast(message);
        dispatch(service);
    }

    private void fromWorker(ZFrame worker, ZMsg message) {
        byte command = message.pop().getData()[0];
        if (command == READY) {
            workers.put(worker.strhex(), text(message.pop()));
        } else if (command == REPLY) {
            ZFrame client = message.unwrap();
            message.push(workers.get(worker.strhex()));
            message.push(CLIENT);
            message.wrap(client);
            message.send(router);
        }
        Service service = services.computeIfAbsent(workers.get(worker.strhex()), name -> new Service());
        service.idle.addLast(worker);
        dispatch(service);
    }

    private void dispatch(Service service) {
        while (!service.requests.isEmpty() && !service.idle.isEmpty()) {
            ZMsg request = service.requests.removeFirst();
            request.push(new byte[] {REQUEST});
            request.push(WORKER);
            request.push(new byte[0]);
            request.push(service.idle.removeFirst());
            request.send(router);
        }
    }

    private static String text(ZFrame frame) {
        return new String(frame.getData(), StandardCharsets.UTF_8);
    }
}
